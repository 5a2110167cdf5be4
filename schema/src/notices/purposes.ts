// what needs no schema stands apart, so that a page that only shows a notice does not carry Zod

/**
 * What privacy notices are about: what people say, the devices on which they say it, who works for the city, who has made an
 * account, who registers for an event.
 */
export const privacyPurposes = ['FEEDBACK', 'DEVICES', 'STAFF', 'ACCOUNTS', 'EVENTS'] as const;
/** All that the city must tell; ACCESSIBILITY is what of the service is not accessible, and why. */
export const noticePurposes = [...privacyPurposes, 'ACCESSIBILITY'] as const;

export const MAX_NOTICE_TITLE = 120;
export const MAX_NOTICE_TEXT = 20_000;
