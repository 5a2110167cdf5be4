// what needs no schema stands apart, so that a page that only shows a form does not carry Zod

/** The days within which the law on digital services has accessibility feedback answered. */
export const ANSWER_DAYS = 14;
export const MAX_REPORT = 4000;
