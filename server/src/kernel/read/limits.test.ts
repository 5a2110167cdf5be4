import { getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_TOKENS, queryLimits, tooExpensiveIn } from './index.ts';
import { openMuseum, type World } from './testing/world.ts';

let museum: World;
beforeAll(async () => {
  museum = await openMuseum();
});
afterAll(() => museum?.close());

/** Validates by our rules alone, as GraphQL's own would refuse some of these for other reasons. */
const limitOf = (query: string): unknown => validate(museum.schema, parse(query), queryLimits()).map((error) => tooExpensiveIn(error)?.facts['limit'])[0];

const nested = (levels: number): string => `{ rooms ${'{ museum { rooms(first: 1) '.repeat(levels)} { id } ${'} }'.repeat(levels)} }`;
const many = (n: number, one: (i: number) => string): string => Array.from({ length: n }, (_, i) => one(i)).join(' ');

describe('a query that asks for too much', () => {
  test.each([
    ['MAX_DEPTH', () => nested(30)],
    ['MAX_ALIASES', () => `{ rooms { ${many(51, (i) => `a${i}: id`)} } }`],
    ['MAX_FIELDS', () => `{ rooms { ${many(200, () => 'id')} } }`],
    ['MAX_ROOT_FIELDS', () => `{ ${many(11, () => 'rooms { id }')} }`],
    ['MAX_DIRECTIVES', () => `{ rooms { id ${many(51, () => '@skip(if: false)')} } }`],
    ['MAX_INTROSPECTION_FIELDS', () => `{ __schema { ${many(1_000, () => 'description')} } }`],
  ])('is refused by the validator: %s', (limit, query) => {
    expect(limitOf(query())).toBe(limit);
  });

  test('hidden in fragments is counted with them written out, in no time', () => {
    const doubling = many(40, (i) => `fragment F${i} on Room { ...F${i + 1} ...F${i + 1} }`);
    expect(limitOf(`{ rooms { ...F0 } } ${doubling} fragment F40 on Room { id }`)).toBe('MAX_FIELDS');
    expect(
      limitOf(
        '{ ...R } fragment R on Query { rooms { museum { ...M } } } fragment M on Museum { rooms { museum { rooms { museum { rooms { museum { rooms { id } } } } } } } }',
      ),
    ).toBe('MAX_DEPTH');
  });

  test('in a circle of fragments comes to an end, and is refused by GraphQL', () => {
    const query = parse('{ rooms { ...A } } fragment A on Room { museum { ...B } } fragment B on Museum { rooms { ...A } }');
    expect(validate(museum.schema, query, queryLimits())).toEqual([]);
    expect(validate(museum.schema, query, [...specifiedRules, ...queryLimits()])[0]?.message).toMatch(/Cannot spread fragment/);
  });

  test('of 20,000 aliases is not even parsed to its end', () => {
    const source = `{ rooms { ${many(20_000, (i) => `a${i}: id`)} } }`;
    let refused: unknown;
    try {
      parse(source, { maxTokens: MAX_TOKENS });
    } catch (error) {
      refused = error;
    }
    expect(tooExpensiveIn(refused)?.facts['limit']).toBe('MAX_TOKENS');
  });

  test('and got past the validator is refused by the planner, before any SQL', async () => {
    museum.sent.length = 0;
    for (const query of [
      nested(30),
      `{ rooms { ${many(20_000, (i) => `a${i}: museum { key }`)} } }`,
      '{ rooms(first: 100) { exhibits(first: 100) { tags(first: 2) { key } } } }',
      '{ exhibitPage(first: 100) { nodes { tags(first: 100) { exhibits(first: 1) { id } } } } }',
    ]) {
      expect((await museum.ask(query)).errors).toEqual(['query-too-expensive']);
    }
    expect(museum.sent).toEqual([]);
  });
});

describe('a query within the limits', () => {
  test('passes: what people ask, and what tools ask about the schema', () => {
    expect(limitOf(nested(3))).toBeUndefined();
    expect(limitOf(`{ ${many(10, (i) => `a${i}: rooms { id }`)} }`)).toBeUndefined();
    expect(
      validate(
        museum.schema,
        parse(getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true, specifiedByUrl: true }), { maxTokens: MAX_TOKENS }),
        [...specifiedRules, ...queryLimits()],
      ),
    ).toEqual([]);
  });

  test('that has ten thousand rows at most is read', async () => {
    expect((await museum.ask('{ rooms(first: 100) { exhibits(first: 99) { id } } }')).errors).toEqual([]);
  });
});
