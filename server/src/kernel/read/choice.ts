import type { GraphQLResolveInfo } from 'graphql';
import { keyOf } from './selection.ts';

/** Where in an answer there are objects of which a field is asked for in several ways. */
export interface Choices {
  names: readonly string[];
  below: readonly (readonly [key: string, choices: Choices])[];
}

type Row = Record<string, unknown>;

/**
 * Makes such a field a function, which GraphQL's ordinary resolver calls: it picks the answer of the alias that is being
 * resolved. Rows of a query without such fields (nearly all) are not walked at all.
 */
export function offerChoices(value: unknown, choices: Choices): void {
  if (Array.isArray(value)) {
    for (const one of value) offerChoices(one, choices);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of choices.below) offerChoices((value as Row)[key], inner);
    for (const name of choices.names) (value as Row)[name] = chooser(name);
  }
}

/** The choices at and below an object; undefined when there are none. */
export function choicesOf(names: readonly string[], below: readonly (readonly [string, Choices | undefined])[]): Choices | undefined {
  const some = below.filter((one): one is readonly [string, Choices] => one[1] !== undefined);
  return names.length || some.length ? { names, below: some } : undefined;
}

function chooser(name: string) {
  return function choose(this: Row, _args: unknown, _context: unknown, info: GraphQLResolveInfo): unknown {
    return this[keyOf(name, String(info.path.key))];
  };
}
