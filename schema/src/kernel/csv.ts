// a comma, too: where the reader's spreadsheet cuts at commas, what stands behind one would be a cell of its own
const QUOTED = /[";,\t\r\n]/;
// a spreadsheet would work out what begins like this
const FORMULA = /^\s*[=+\-@\t\r]/;

/** The mark by which spreadsheets know UTF-8; a file begins with it. */
export const CSV_MARK = '\uFEFF';

/**
 * A line of comma-separated values as spreadsheets in Finland open them with a tap: with semicolons, for commas part decimals here. What a spreadsheet would
 * work out is text.
 */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(';')}\r\n`;

function cell(value: string | number): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
