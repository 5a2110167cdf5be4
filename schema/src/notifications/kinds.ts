/** What somebody may be told of: an answer or what changed because of what they said, how far the city is with it, an event for which they registered, ideas and projects of a budget that they follow; what became a member of staff's to do, and a colleague's note that names them; and a test. */
export const notificationKinds = ['ANSWER', 'STATE', 'EVENT', 'BUDGET', 'ASSIGNED', 'MENTIONED', 'TEST'] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** What residents choose about, and what staff do. */
export const residentKinds = ['ANSWER', 'STATE', 'EVENT', 'BUDGET'] as const satisfies NotificationKind[];
export const staffKinds = ['ASSIGNED', 'MENTIONED'] as const satisfies NotificationKind[];

/** By which way: the list in the app, mail, or the browsers that somebody named. */
export const notificationChannels = ['APP', 'MAIL', 'PUSH'] as const;
export type NotificationChannel = (typeof notificationChannels)[number];

/** How often mail comes: each by itself at once, or together at eight in the morning, every day or on Mondays. */
export const mailRhythms = ['AT_ONCE', 'DAILY', 'WEEKLY'] as const;
export type MailRhythm = (typeof mailRhythms)[number];

/**
 * What became of one on its way: it waits to be tried, the mail server or the push service has taken it, they refused it for good, the browser is there
 * no more, it was tried long enough, or there was nobody left to tell.
 */
export const deliveryResults = ['WAITING', 'SENT', 'REFUSED', 'GONE', 'GIVEN_UP', 'WITHDRAWN'] as const;
export type DeliveryResult = (typeof deliveryResults)[number];

/** What holds until somebody chooses: everything, but no mail about each step on the way. */
export const wantedByDefault = (kind: NotificationKind, channel: NotificationChannel): boolean =>
  !(channel === 'MAIL' && (kind === 'STATE' || kind === 'ASSIGNED'));
