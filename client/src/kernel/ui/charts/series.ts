/** Numbers over time that belong together; null where there is none to show. */
export interface Series {
  key: string;
  label: string;
  values: readonly (number | null)[];
}

/** One bar. A value of null is not shown; `instead` says why: too few. */
export interface Bar {
  key: string;
  label: string;
  value: number | null;
  instead?: string;
  /** Where its own page is. */
  to?: string;
}

/** A point of a line, with the interval in which it lies. */
export interface Point {
  label: string;
  value: number | null;
  low?: number | null;
  high?: number | null;
}

/** The table that stands beside a chart: what a screen reader reads, and whoever wants the number itself. */
export interface Table {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}
