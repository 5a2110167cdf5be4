/** So long may each part of an event's report be, in each language. */
export const MAX_REPORT_WORDS = 4000;

/** What a report tells of, in this order. */
export const reportParts = ['done', 'heard', 'next'] as const;
