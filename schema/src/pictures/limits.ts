// what needs no schema stands apart, so that a page that only shows pictures does not carry Zod

/** The most pictures of one note or report. */
export const MAX_PICTURES = 6;
/** The largest picture, in bytes. */
export const MAX_PICTURE_BYTES = 3 * 1024 * 1024;
/** The longest description of a picture, in each language. */
export const MAX_ALT = 200;

/** Where a picture is read, and where it is sent. */
export const picturePath = (id: string): string => `/kuvat/${id}`;
