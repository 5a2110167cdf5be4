/**
 * The catalogue of problems: what can go wrong that a person or a program can do something about.
 * The code travels in `errors[].extensions.code`; the sentence is the client's, in the reader's language.
 */
export const problemCodes = [
  // who and when
  'unauthenticated',
  'forbidden',
  'not-found',
  'too-many-requests',
  // what was sent
  'bad-input',
  'query-too-expensive',
  'query-invalid',
  'unknown-cursor',
  // sign-in and devices
  'code-wrong',
  'code-expired',
  'link-used',
  'passkey-refused',
  'token-ended',
  'mail-not-sent',
  'device-unknown',
  'device-revoked',
  'device-retired',
  'device-not-empty',
  'signature-invalid',
  'signature-stale',
  'enrolment-expired',
  // captures
  'capture-unopenable',
  'capture-foreign',
  'capture-anothers',
  'capture-unknown-operation',
  'capture-unknown-version',
  'capture-sequence-reused',
  'worker-withdrawn',
  'attachment-too-large',
  'attachment-mismatch',
  'attachment-out-of-order',
  // held items
  'not-held',
  'capture-secret',
  // the city's lists
  'unknown-topic',
  'unknown-district',
  'unknown-unit',
  'unknown-measure',
  'unknown-event',
  'unknown-question',
  'unknown-worker',
  'unknown-place',
  'unknown-touchpoint',
  'event-not-open',
  'already-exists',
  'already-claimed',
  'not-answered',
  'child-of-age',
  'too-many-children',
  'still-in-use',
  'last-administrator',
  'newer-revision',
  // telling browsers
  'push-unavailable',
  'push-unknown-service',
  // plans
  'already-adopted',
  'participation-ended',
  // participatory budgeting
  'round-settled',
  'ballot-not-ready',
  'wrong-phase',
  'unknown-round',
  'voting-closed',
  'not-entitled',
  'already-voted',
  'not-counted',
  'paper-not-ready',
  'paper-signed',
  'paper-taken',
  // events and those who come
  'registration-closed',
  'registration-cancelled',
  'already-registered',
  'event-full',
  'event-has-guests',
  'event-cancelled',
  'event-over',
  'day-closed',
  'captures-lacking',
  'report-incomplete',
  'quote-unfit',
  'picture-unfit',
  'too-many-pictures',
  'file-unfit',
  'too-many-files',
  'tells-who',
  'recurrence-endless',
  'recurrence-too-long',
  'recurrence-never',
  // the server itself
  'internal',
  'unavailable',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** What a problem carries besides its code: facts that the sentence needs, never contents that a person wrote. */
export type ProblemFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
