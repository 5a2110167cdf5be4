import type { ViewReason } from '@torilla/schema/views/views';

/** Why contact details are usually opened; whatever else it is, is told in words. */
export const usualReasons = ['ANSWER', 'CLARIFY', 'RESIDENT_ASKED', 'OVERSIGHT'] as const satisfies readonly ViewReason[];

/** Whether another reason says enough: three letters, as the server asks. */
export const tellsWhy = (words: string): boolean => words.trim().length >= 3;
