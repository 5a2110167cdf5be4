import Papa from 'papaparse';
import { BadInput } from '../badInput.ts';

/** A file of so many bytes or more is not read: the largest elections known have a quarter of that. */
export const PB_BYTES_LIMIT = 40_000_000;

/** A row of a file, with the line on which it begins, from 1. */
export interface Row {
  line: number;
  cells: string[];
}

/**
 * The rows of a file, by semicolons, without those that are empty. Quotes, line ends of any system and a byte-order mark are as they may be; cells are trimmed.
 * @throws BadInput `file-too-large`, `not-utf-8`, `quote-open`, `quote-inside`
 */
export function rowsOf(file: Uint8Array): Row[] {
  if (file.length >= PB_BYTES_LIMIT) throw new BadInput('file-too-large', { bytes: file.length, limit: PB_BYTES_LIMIT });
  const text = textOf(file).replace(/\r\n?/g, '\n');
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ';', newline: '\n' });
  const [error] = errors;
  if (error) {
    const code = error.code === 'MissingQuotes' ? 'quote-open' : 'quote-inside';
    throw new BadInput(code, { line: lineAt(text, error.index!) });
  }
  let next = 1;
  return data
    .map((cells) => {
      const line = next;
      next += 1 + breaksIn(cells);
      // in their place: a large file has a million of them
      for (const [at, cell] of cells.entries()) cells[at] = cell.trim();
      return { line, cells };
    })
    .filter(({ cells }) => cells.some(Boolean));
}

function textOf(file: Uint8Array): string {
  try {
    // takes a byte-order mark off, too
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw new BadInput('not-utf-8');
  }
}

const breaksIn = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
