import type { Assessment } from './useStatement.ts';

/** A rule that was broken on a page, in whichever languages and looks. */
export interface Fault {
  rule: string;
  page: string;
  elements: number;
}

/** What broke a rule, once per rule and page: the same fault is seen again in each language and look. */
export function faultsOf(violations: readonly Omit<Assessment['violations'][number], '__typename'>[]): Fault[] {
  const faults = new Map<string, Fault>();
  for (const { rule, page, elements } of violations) {
    const key = `${rule} ${page}`;
    faults.set(key, { rule, page, elements: Math.max(elements, faults.get(key)?.elements ?? 0) });
  }
  return [...faults.values()];
}
