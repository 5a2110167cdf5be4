import type { Actor } from '../actor.ts';

/** What differs between two sendings of the same planned statement. */
export interface Scope {
  actor: Actor;
  /** The plain values of the caller's own conditions, in the order in which they stand in the statement. */
  values: readonly unknown[];
}

/** A parameter whose value is known only when the statement is sent. */
export class Bind {
  constructor(readonly of: (scope: Scope) => unknown) {}
}

/**
 * A piece of SQL. `parts` surround `values`; a value that is itself a piece is put in place,
 * any other value travels as a parameter and is never part of the text.
 */
export class Sql {
  constructor(
    readonly parts: readonly string[],
    readonly values: readonly unknown[] = [],
  ) {}
}

/** A piece of SQL from a template: sql`lower(${column('name')}) = ${name}`. */
export const sql = (parts: TemplateStringsArray, ...values: unknown[]): Sql => new Sql(parts, values);

/** Text of the program, as it is. Never for anything that came from outside. */
export const raw = (text: string): Sql => new Sql([text]);

/** A quoted name, with its qualifiers before it: `id('t0', 'title')` is `"t0"."title"`. */
export const id = (...names: string[]): Sql => raw(names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.'));

/** A quoted string constant, for text that belongs to the plan. */
export const lit = (text: string): Sql =>
  raw(text.includes('\\') ? `e'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` : `'${text.replaceAll("'", "''")}'`);

/** The pieces in a row; nothing at all when there are none. */
export function join(pieces: readonly Sql[], separator = ', '): Sql {
  if (!pieces.length) return raw('');
  return new Sql(['', ...pieces.slice(1).map(() => separator), ''], pieces);
}

/** A pattern for `like`: whatever has the text in it, as it is written. */
export const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Every condition, each in its own parentheses; `true` when there are none. */
export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length
    ? join(
        conditions.map((one) => sql`(${one})`),
        ' and ',
      )
    : raw('true');

/** The piece as one level: its text around its parameters. */
export function flatten(piece: Sql): { parts: string[]; values: unknown[] } {
  const parts = [''];
  const values: unknown[] = [];
  const walk = ({ parts: texts, values: inner }: Sql): void => {
    parts[parts.length - 1] += texts[0]!;
    inner.forEach((value, i) => {
      if (value instanceof Sql) walk(value);
      else {
        values.push(value);
        parts.push('');
      }
      parts[parts.length - 1] += texts[i + 1]!;
    });
  };
  walk(piece);
  return { parts, values };
}

/** A statement as it is sent: its parameters numbered, and their values. A parameter that stands in two places is two: PostgreSQL infers a type for each. */
export function sent(statement: Sql, scope: Scope): { text: string; params: unknown[] } {
  const { parts, values } = flatten(statement);
  return {
    text: parts.reduce((text, part, i) => `${text}$${i}${part}`),
    params: values.map((value) => (value instanceof Bind ? value.of(scope) : value)),
  };
}

/** The piece for this scope alone, with its values in it: so that pieces for several actors stand in one statement. */
export function bound(piece: Sql, scope: Scope): Sql {
  const { parts, values } = flatten(piece);
  return new Sql(
    parts,
    values.map((value) => (value instanceof Bind ? value.of(scope) : value)),
  );
}
