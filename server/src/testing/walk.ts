// Every field of the API, the way that leads to it, and what somebody gets of it.
import { getNamedType, isObjectType, isRequiredArgument, type GraphQLField, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Answer } from './city.ts';

/** From a root field down to objects of a type. */
export interface Way {
  operation: 'query' | 'mutation';
  root: GraphQLField<unknown, unknown>;
  path: readonly string[];
}

/** What somebody gets: a value, nothing, a refusal; or they do not even come to it. */
export type Outcome = 'yes' | 'null' | 'no' | '·';

/**
 * For each object type of the API the shortest way to it, by a query if there is one; first from what is asked without saying which, for that
 * shows most. After it the other queries that lead there at once, for whoever does not come that way.
 */
export function waysOf(schema: GraphQLSchema): Map<GraphQLObjectType, Way[]> {
  const shortest = shortestWays(schema);
  const direct = Object.values(schema.getQueryType()!.getFields()).map((root): Way => ({ operation: 'query', root, path: [] }));
  return new Map([...shortest].map(([type, way]) => [type, [way, ...direct.filter((other) => endOf(other) === type && other.root !== way.root)]]));
}

function shortestWays(schema: GraphQLSchema): Map<GraphQLObjectType, Way> {
  const ways = new Map<GraphQLObjectType, Way>();
  for (const operation of ['query', 'mutation'] as const) {
    const type = operation === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
    const roots = Object.values(type.getFields()).map((root): Way => ({ operation, root, path: [] }));
    const isOpen = ({ root }: Way): boolean => !root.args.some(isRequiredArgument);
    let next = roots.filter(isOpen);
    let later = roots.filter((way) => !isOpen(way));
    while (next.length || later.length) {
      const fresh = next.filter((way) => isObjectType(endOf(way)) && !ways.has(endOf(way) as GraphQLObjectType));
      for (const way of fresh) if (!ways.has(endOf(way) as GraphQLObjectType)) ways.set(endOf(way) as GraphQLObjectType, way);
      next = [...fresh.flatMap(onwards), ...later];
      later = [];
    }
  }
  return ways;
}

const fieldsOf = (type: GraphQLNamedType) => (isObjectType(type) ? type.getFields() : {});
const endOf = ({ root, path }: Pick<Way, 'root' | 'path'>): GraphQLNamedType =>
  path.reduce((type, name) => getNamedType(fieldsOf(type)[name]!.type), getNamedType(root.type));
const onwards = (way: Way): Way[] => Object.keys(fieldsOf(endOf(way))).map((name) => ({ ...way, path: [...way.path, name] }));

/** A request that follows the way with those arguments and selects those fields at its end. */
export function requestOf({ operation, root, path }: Way, fields: readonly GraphQLField<unknown, unknown>[], given: object): string {
  const leaves = fields.map((field) => `${field.name}${isObjectType(getNamedType(field.type)) ? ' { __typename }' : ''}`).join(' ');
  const inner = path.reduceRight(
    (below, name, at) => `${name}${at ? someOf(endOf({ root, path: path.slice(0, at) }), name) : ''} { ${below} }`,
    leaves || '__typename',
  );
  const args = root.args.filter(({ name }) => name in given);
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const head = `${operation}${declared && ` (${declared})`} { ${root.name}${passed && `(${passed})`}`;
  return `${head}${isObjectType(getNamedType(root.type)) ? ` { ${inner} }` : ''} }`;
}

// lists in lists in lists are too much when each is as long as usual
const someOf = (type: GraphQLNamedType, name: string): string => (fieldsOf(type)[name]!.args.some((arg) => arg.name === 'first') ? '(first: 4)' : '');

/** What became of each of the fields at the end of the way. */
export function outcomesOf({ root, path }: Way, fields: readonly string[], { data, errors }: Answer): Record<string, Outcome> {
  const every = (outcome: Outcome): Record<string, Outcome> => Object.fromEntries(fields.map((name) => [name, outcome]));
  if (errors.some(refuses)) return every(errors.some(({ extensions }) => fieldOf(extensions)) ? 'no' : '·');
  const ends = [root.name, ...path].reduce<unknown[]>((at, name) => at.flatMap((one) => (one as Record<string, unknown> | null)?.[name] ?? []), [data]);
  if (!ends.length) return every('·');
  return Object.fromEntries(fields.map((name) => [name, ends.some((one) => !isNothing((one as Record<string, unknown>)[name])) ? 'yes' : 'null']));
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** Whether an error says that one may not. */
export const refuses = ({ extensions }: Answer['errors'][number]): boolean => ['unauthenticated', 'forbidden'].includes(String(extensions?.['code']));

/** The field that was refused, where it is one that not everybody may read. */
export const fieldOf = (extensions: Record<string, unknown> | undefined): unknown => (extensions?.['facts'] as { field?: unknown } | undefined)?.field;
