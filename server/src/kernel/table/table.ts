/** A table that is written while it is read: its rows come some hundreds at a time, and nothing of it is held. */
export interface WrittenTable {
  /** What it is called: the name of the sheet. */
  name: string;
  head: readonly string[];
  rows: AsyncIterable<readonly (readonly Cell[])[]>;
  /** What stands before the number of rows in the last line, where the file has one: without it the file is not whole. */
  end: string;
}

/** What stands in a cell; null for nothing. */
export type Cell = string | number | null;
