import { CSV_MARK, csvLine } from '@torilla/schema/kernel/csv';

/** Rows as a file of comma-separated values; the city's own exports are written by the same rule. */
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string => CSV_MARK + rows.map(csvLine).join('');
