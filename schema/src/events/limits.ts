// what needs no schema stands apart, so that a page that only asks does not carry Zod

/** The most people whom one registration brings. */
export const MAX_PARTY = 20;
/** The most places that an event has. */
export const MAX_CAPACITY = 10_000;
/** The longest that somebody may tell of what they need there. */
export const MAX_NEEDS = 500;
/** The longest name of somebody who registers. */
export const MAX_GUEST_NAME = 100;
/** The days after an event that a registration is kept. */
export const REGISTRATION_DAYS = 30;
/** The most events of one series. */
export const MAX_OCCURRENCES = 60;
