// what needs no schema stands apart, so that a page that only shows a form does not carry Zod
export const MAX_WORDS = 5000;
export const MAX_PHOTOS = 5;
/** A sealed photo holds at most this many bytes; the device scales down to far less. */
export const MAX_PHOTO_BYTES = 3 * 1024 * 1024;
/** The longest answer, in characters. */
export const MAX_ANSWER = 4000;
/** The days that contact details are kept when nobody says otherwise. */
export const CONTACT_DAYS = 180;
