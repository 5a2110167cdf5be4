import Papa from 'papaparse';
import type { PbTables, Table } from './tables.ts';

/** A file as Pabulib describes it, to be written as UTF-8. What `readPb` read of it is the same again, as long as no value begins or ends with a space. */
export function writePb({ meta, projects, votes }: PbTables): string {
  const table = ({ columns, rows }: Table) => [columns, ...rows];
  return [['META'], ['key', 'value'], ...meta, ['PROJECTS'], ...table(projects), ['VOTES'], ...table(votes)].map(line).join('');
}

const line = (cells: readonly string[]): string => `${Papa.unparse([[...cells]], { delimiter: ';' })}\n`;
