import { FEW } from '@torilla/schema/kernel/few';

/** What of a table everybody may see. */
export interface Suppressed {
  /** In the table's order; null for those that are hidden. */
  shown: (number | null)[];
  /** How many those that are hidden are together; null where nothing is hidden, and where even that is too few. */
  together: number | null;
}

/**
 * Hides what is too few to show, and so much besides that nobody can work it out: every cell under five, none among them, and the first cell in the table's
 * own order that is not. They are told as one number. The order must not depend on the numbers.
 *
 * Whoever knows the rule and all that is shown cannot tell a hidden cell of one to four: with one less in it and one more in the cell that is hidden along, the
 * same would be shown. Where there is no such cell, the one less goes into another small one, which may then be that cell.
 */
export function suppress(counts: readonly number[]): Suppressed {
  const hidden = new Set(counts.flatMap((count, at) => (count < FEW ? [at] : [])));
  if (!hidden.size) return { shown: [...counts], together: null };
  const along = counts.findIndex((count) => count >= FEW);
  if (along >= 0) hidden.add(along);
  const together = [...hidden].reduce((sum, at) => sum + counts[at]!, 0);
  return { shown: counts.map((count, at) => (hidden.has(at) ? null : count)), together: together >= FEW ? together : null };
}
