import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMuseum, type World } from './testing/world.ts';

let museum: World;
beforeAll(async () => {
  museum = await openMuseum();
});
afterAll(() => museum?.close());

const page = (field: string) =>
  `query ($first: Int, $after: String) { ${field}(first: $first, after: $after) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } } }`;

async function walk(field: string, first: number): Promise<{ ids: string[]; cursors: string[] }> {
  const ids: string[] = [];
  const cursors: string[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors } = await museum.ask(page(field), { variables: { first, after } });
    expect(errors).toEqual([]);
    const { nodes, edges, pageInfo, totalCount } = data![field];
    expect(totalCount).toBe(40); // of all pages, not of those that are left
    ids.push(...nodes.map(({ id }: { id: string }) => id));
    cursors.push(...edges.map(({ cursor }: { cursor: string }) => cursor));
    expect(pageInfo.endCursor).toBe(edges.at(-1).cursor);
    if (!pageInfo.hasNextPage) return { ids, cursors };
    after = pageInfo.endCursor;
  }
}

describe('paging forward', () => {
  test.each([
    ['exhibitPage', 'value_cents desc, id desc'],
    ['newestExhibits', 'kind, acquired_at desc, id'],
  ])('through %s shows every row once, equal values included', async (field, order) => {
    const { rows } = await museum.client.query(`select id from exhibit where deleted_at is null order by ${order}`);
    const expected = rows.map(({ id }) => id);
    for (const first of [1, 3, 20, 40]) expect((await walk(field, first)).ids).toEqual(expected);
  });

  test('goes on from any row', async () => {
    const { ids, cursors } = await walk('newestExhibits', 40);
    for (const at of [0, 11, 38, 39]) {
      const { data } = await museum.ask(page('newestExhibits'), { variables: { first: 2, after: cursors[at] } });
      expect(data!['newestExhibits'].nodes.map(({ id }: { id: string }) => id)).toEqual(ids.slice(at + 1, at + 3));
    }
  });

  test('is not disturbed by a row that comes in before', async () => {
    const before = await museum.ask(page('exhibitPage'), { variables: { first: 5 } });
    const next = { variables: { first: 5, after: before.data!['exhibitPage'].pageInfo.endCursor } };
    const expected = (await museum.ask(page('exhibitPage'), next)).data!['exhibitPage'].nodes;
    await museum.client.query(
      `update exhibit set value_cents = 9000 where id = (select id from exhibit where deleted_at is null order by value_cents, id limit 1)`,
    );
    expect((await museum.ask(page('exhibitPage'), next)).data!['exhibitPage'].nodes).toEqual(expected);
  });

  test('gives 20 unless told, and 100 at most', async () => {
    await museum.client.query(
      `insert into exhibit select gen_random_uuid(), 'More', 'PAINTING', 1, null, null, now(), null, '', null, artist_id from exhibit, generate_series(1, 4)`,
    );
    const size = async (first: number | null) => (await museum.ask(page('exhibitPage'), { variables: { first } })).data!['exhibitPage'].nodes.length;
    expect([await size(null), await size(100), await size(101), await size(2_147_483_647)]).toEqual([20, 100, 100, 100]);
  });
});

describe('a page that cannot be', () => {
  const junk = [
    '',
    'x',
    'bnVsbA',
    '💥',
    'W10',
    Buffer.from('["valueCents desc,id desc","a","b"]').toString('base64url'),
    Buffer.from('["valueCents desc,id desc",1,2]').toString('base64url'),
    Buffer.from('["title asc,id asc","a","b"]').toString('base64url'),
    Buffer.from('["valueCents desc,id desc","1\\u0000","00000003-0000-7000-8000-000000000001"]').toString('base64url'),
    Buffer.from('["valueCents desc,id desc","1); drop table exhibit; --","x"]').toString('base64url'),
  ];

  test.each(junk)('because its cursor is made up is refused before any SQL (%#)', async (after) => {
    museum.sent.length = 0;
    const { errors, data } = await museum.ask(page('exhibitPage'), { variables: { after } });
    expect({ errors, data, sent: museum.sent }).toEqual({ errors: ['unknown-cursor'], data: null, sent: [] });
  });

  test('because its cursor is of another order is refused', async () => {
    const { data } = await museum.ask(page('exhibitPage'), { variables: { first: 1 } });
    const { errors } = await museum.ask(page('newestExhibits'), { variables: { after: data!['exhibitPage'].pageInfo.endCursor } });
    expect(errors).toEqual(['unknown-cursor']);
  });

  test('because a value in its cursor is out of its range is a refusal, no fault', async () => {
    const after = Buffer.from('["valueCents desc,id desc","99999999999","00000003-0000-7000-8000-000000000001"]').toString('base64url');
    expect((await museum.ask(page('exhibitPage'), { variables: { after } })).errors).toEqual(['bad-input']);
  });

  test('because of its size is refused', async () => {
    museum.sent.length = 0;
    expect((await museum.ask(page('exhibitPage'), { variables: { first: -1 } })).errors).toEqual(['bad-input']);
    expect((await museum.ask('{ rooms { exhibits(first: -1) { id } } }')).errors).toEqual(['bad-input']);
    expect((await museum.ask(page('exhibitPage'), { variables: { first: 2 ** 31 } })).errors[0]).toMatch(/32-bit/);
    expect((await museum.ask('{ rooms { exhibits(first: 2147483648) { id } } }')).errors[0]).toMatch(/Int|first/);
    expect(museum.sent).toEqual([]);
  });

  test('because an id is none is refused as bad input', async () => {
    expect((await museum.ask('{ exhibit(id: "nobody") { id } }')).errors).toEqual(['bad-input']);
  });
});
