const QUOTED = /[";\r\n]/;
// a spreadsheet would work out what begins like this
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as a file of comma-separated values that spreadsheets in Finland open with a tap: semicolons, for commas part decimals here, and the mark by
 * which they know UTF-8.
 */
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string => `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;

function cell(value: string | number): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
