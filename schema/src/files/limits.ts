// what needs no schema stands apart, so that a page that only shows files does not carry Zod

/** The most files of one thing. */
export const MAX_FILES = 10;
/** The largest file, in bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** The longest title of a file, in each language. */
export const MAX_FILE_TITLE = 120;

/** Where a file is read, and where it is sent. */
export const filePath = (id: string): string => `/liitteet/${id}`;
