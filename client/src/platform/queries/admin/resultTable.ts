/** A cell as it is read; null for nothing. */
type Cell = string | number | null;

/** One list of an answer as a table. */
export interface ResultTable {
  name: string;
  columns: string[];
  rows: Cell[][];
}

type Row = Map<string, Cell>;
type Texts = { fi?: unknown; sv?: unknown; en?: unknown };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is Texts =>
  isObject(value) && 'fi' in value && Object.keys(value).every((key) => ['fi', 'sv', 'en', '__typename'].includes(key));

/**
 * An answer of the API as tables, one for each of its root fields. What lies in a row becomes columns named by their way; each entry of the first list within a row
 * is a row of its own, and further lists are told in one cell. A text in several languages is told in the reader's.
 */
export function tablesOf(data: Record<string, unknown>, pick: (text: Texts) => string): ResultTable[] {
  return Object.entries(data)
    .filter(([name]) => name !== '__typename')
    .map(([name, value]) => {
      const rows = rowsOf(value, '', pick);
      const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
      return { name, columns, rows: rows.map((row) => columns.map((column) => row.get(column) ?? null)) };
    });
}

function rowsOf(value: unknown, path: string, pick: (text: Texts) => string): Row[] {
  if (Array.isArray(value)) return value.flatMap((one) => rowsOf(one, path, pick));
  if (!isObject(value) || isText(value)) return [new Map([[path || '=', told(value, pick)]])];
  // a page is its rows
  if (Array.isArray(value['nodes'])) return rowsOf(value['nodes'], path, pick);
  const own: Row = new Map();
  let within: Row[] | null = null;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__typename') continue;
    const name = path ? `${path}.${key}` : key;
    const isList = Array.isArray(inner) && inner.some(isObject);
    if (isList && !within) within = rowsOf(inner, name, pick);
    else if (isObject(inner) && !isText(inner)) {
      const [only = new Map() as Row, ...more] = rowsOf(inner, name, pick);
      if (more.length) within ??= [only, ...more];
      else for (const [column, cell] of only) own.set(column, cell);
    } else own.set(name, told(inner, pick));
  }
  return within?.length ? within.map((row) => new Map([...own, ...row])) : [own];
}

function told(value: unknown, pick: (text: Texts) => string): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (isText(value)) return pick(value);
  if (Array.isArray(value))
    return value
      .map((one) =>
        isObject(one) && !isText(one)
          ? Object.values(one)
              .map((inner) => told(inner, pick))
              .join(' ')
          : told(one, pick),
      )
      .join(', ');
  return JSON.stringify(value);
}
