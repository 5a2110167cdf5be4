// what needs no schema stands apart, so that a page that only shows a form does not carry Zod
export const MAX_WORDS = 5000;
export const MAX_PHOTOS = 5;
/** A sealed photo holds at most this many bytes; the device scales down to far less. */
export const MAX_PHOTO_BYTES = 3 * 1024 * 1024;
/** The longest answer, in characters. */
export const MAX_ANSWER = 4000;
/** The days that contact details are kept when nobody says otherwise. */
export const CONTACT_DAYS = 180;
/** The longest note among staff, in characters. */
export const MAX_REMARK = 2000;
/** The most colleagues whom one note names. */
export const MAX_MENTIONED = 20;
/** The most pieces of feedback that are sorted at once. */
export const MAX_SORTED = 100;
/** The longest promise of an answer, in days. */
export const MAX_DAYS = 365;
/** The longest name of a matter or a template, in characters. */
export const MAX_TITLE = 120;
/** The longest reason for covering or hiding words, in characters. */
export const MAX_REASON = 200;
/** The most parts of one text that are covered at once. */
export const MAX_PARTS = 50;

/** So long may words be that a report quotes. */
export const MAX_QUOTE = 400;
