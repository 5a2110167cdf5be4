import { BadInput } from '../badInput.ts';
import { rowsOf, type Row } from './rows.ts';

/** A section of a file: its columns, its rows as wide as those, and on which line each stood. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A file as Pabulib describes it (https://pabulib.org/format), in its own words. */
export interface PbTables {
  meta: ReadonlyMap<string, string>;
  projects: Table;
  votes: Table;
}

/** The same as it was read: each row's line is known, from 1, for saying where something is wrong. */
export interface ReadTables extends PbTables {
  lines: Readonly<Record<'meta' | 'projects' | 'votes', readonly number[]>>;
}

const sections = ['META', 'PROJECTS', 'VOTES'] as const;
type Section = (typeof sections)[number];

/**
 * The sections of a file, in whatever order.
 * @throws BadInput those of rowsOf, `before-sections`, `section-missing`, `section-twice`, `header-missing`, `column-missing`, `column-twice`, `too-many-values`, `key-twice`
 */
export function tablesOf(file: Uint8Array): ReadTables {
  const parts = partsOf(rowsOf(file));
  const missing = sections.find((name) => !parts.has(name));
  if (missing) throw new BadInput('section-missing', { section: missing });
  const [meta, projects, votes] = sections.map((name) => parts.get(name)!) as [Row[], Row[], Row[]];
  return {
    meta: metaOf(meta),
    projects: tableOf('PROJECTS', projects, ['project_id', 'cost']),
    votes: tableOf('VOTES', votes, ['voter_id', 'vote']),
    lines: { meta: linesOf(meta), projects: linesOf(projects), votes: linesOf(votes) },
  };
}

const linesOf = (rows: readonly Row[]): number[] => rows.slice(1).map(({ line }) => line);

/** The rows of each section, its header first. */
function partsOf(rows: readonly Row[]): Map<Section, Row[]> {
  const parts = new Map<Section, Row[]>();
  let at: Row[] | undefined;
  for (const row of rows) {
    const section = sectionOf(row);
    if (section) {
      if (parts.has(section)) throw new BadInput('section-twice', { line: row.line, section });
      parts.set(section, (at = []));
    } else if (at) at.push(row);
    else throw new BadInput('before-sections', { line: row.line });
  }
  return parts;
}

function sectionOf({ cells: [first, ...others] }: Row): Section | undefined {
  return others.some(Boolean) ? undefined : sections.find((name) => name === first!.toUpperCase());
}

// a value with a semicolon that nobody quoted is still one value
function metaOf([header, ...rows]: readonly Row[]): Map<string, string> {
  if (!header) throw new BadInput('header-missing', { section: 'META' });
  const meta = new Map<string, string>();
  for (const { line, cells } of rows) {
    const [key = '', ...values] = trimmed(cells);
    if (meta.has(key)) throw new BadInput('key-twice', { line, key });
    meta.set(key, values.join(';'));
  }
  return meta;
}

function tableOf(section: Section, [header, ...rows]: readonly Row[], needed: readonly string[]): Table {
  if (!header) throw new BadInput('header-missing', { section });
  const columns = trimmed(header.cells);
  const missing = needed.find((column) => !columns.includes(column));
  if (missing) throw new BadInput('column-missing', { line: header.line, column: missing });
  const twice = columns.find((column, at) => columns.indexOf(column) < at);
  if (twice !== undefined) throw new BadInput('column-twice', { line: header.line, column: twice });
  return {
    columns,
    rows: rows.map(({ line, cells }) => {
      const values = trimmed(cells);
      if (values.length > columns.length) throw new BadInput('too-many-values', { line, values: values.length, columns: columns.length });
      return values.length === columns.length ? values : columns.map((_, at) => values[at] ?? '');
    }),
  };
}

// what a spreadsheet fills up with empty cells is as wide as what stands in it
function trimmed(cells: readonly string[]): readonly string[] {
  const width = cells.findLastIndex(Boolean) + 1;
  return width === cells.length ? cells : cells.slice(0, width);
}
