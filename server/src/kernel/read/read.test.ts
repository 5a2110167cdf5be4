import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous } from '../actor.ts';
import { type Naive, naiveMuseum } from './testing/naive.ts';
import { ARTIST_ACCOUNT, uuid } from './testing/rows.ts';
import { queriesOf } from './testing/selections.ts';
import { openMuseum, staffOf, type World } from './testing/world.ts';

let museum: World;
let naive: Naive;
const officer = staffOf(uuid(9, 2), 'OFFICER');
const painter = staffOf(ARTIST_ACCOUNT, 'VIEWER');

beforeAll(async () => {
  museum = await openMuseum();
  naive = await naiveMuseum(museum);
});
afterAll(() => museum?.close());

describe('a selection', () => {
  test.each([
    ['museums', ''],
    ['museum', '(key: "ateneum")'],
    ['museum', '(key: "nowhere")'],
    ['rooms', ''],
    ['rooms', '(first: 4)'],
    ['artists', ''],
    ['tags', ''],
    ['exhibit', `(id: "${uuid(3, 7)}")`],
    ['exhibitPage', '(first: 7)'],
    ['exhibitPage', '(first: 100, starts: "Exhibit 1")'],
    ['exhibitPage', '(first: 0)'],
  ])('of %s%s is answered as by asking row by row, in one statement', async (root, args) => {
    const runs = 10;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        queriesOf(museum.schema, root, args, 4),
        fc.shuffledSubarray([anonymous, officer, painter], { minLength: 2 }),
        async ({ query, variables }, actors) => {
          // the same document for one after the other, and with the directives turned round: plans must not be mixed up
          for (const as of actors) {
            for (const turned of [variables, { yes: false, no: true, small: 2 }]) {
              museum.sent.length = 0;
              const reply = await museum.ask(query, { as, variables: turned });
              if (reply.errors[0] === 'query-too-expensive') {
                refused++;
                expect(museum.sent).toEqual([]);
                return;
              }
              expect(reply.errors).toEqual([]);
              expect(reply).toEqual(await naive.ask(query, { as, variables: turned }));
              expect(museum.sent).toHaveLength(1);
            }
          }
        },
      ),
      { numRuns: runs, seed: 20_270_518 },
    );
    expect(refused).toBeLessThan(runs * 0.75);
  });

  test('may ask for one field in several ways at once', async () => {
    const query = `{ rooms(first: 3) {
      one: exhibits(first: 1) { title } two: exhibits(first: 2) { id artist { name } } exhibits(first: 3) { title id }
      m: museum { key } museum { name { fi } r: rooms(first: 1) { name } rooms(first: 2) { floor } } again: museum { roomCount }
    } exhibitPage(first: 2) { some: nodes { title } nodes { id a: tags(first: 1) { key } tags { key } } edges { node { id } } e: edges { node { title } } } }`;
    const reply = await museum.ask(query);
    expect(reply).toEqual(await naive.ask(query));
    expect(Object.keys(reply.data!['rooms'][0])).toEqual(['one', 'two', 'exhibits', 'm', 'museum', 'again']);
    expect(reply.data!['rooms'][0].two).toHaveLength(2);
  });

  test('of a list has the order that it is given, whatever is selected, by the same plan for other keys', async () => {
    const query = 'query ($ids: [ID!]!) { exhibitsNamed(ids: $ids) { title } }';
    for (const ids of [[3, 1, 7], [7, 3], []].map((some) => some.map((n) => uuid(3, n)))) {
      const { rows } = await museum.client.query('select title from exhibit where id = any($1) order by array_position($1::uuid[], id)', [ids]);
      expect((await museum.ask(query, { variables: { ids } })).data).toEqual({ exhibitsNamed: rows });
    }
  });

  test('in one fragment may be completed differently in two places', async () => {
    const { data } = await museum.ask('{ a: tour { ...F } b: tour { ...F rooms { floor } } c: tour { ...F } } fragment F on Tour { rooms { name } }');
    const { rooms } = (await museum.ask('{ rooms(first: 2) { name floor } }')).data!;
    const named = { rooms: rooms.map(({ name }: { name: string }) => ({ name })) };
    expect(data).toEqual({ a: named, b: { rooms }, c: named });
  });

  test('is planned anew for other variables, and the plan is kept for the same', async () => {
    const query = 'query ($n: Int!, $with: Boolean!) { museums { key rooms(first: $n) { name @include(if: $with) floor } } }';
    for (const variables of [
      { n: 1, with: true },
      { n: 2, with: true },
      { n: 2, with: false },
      { n: 1, with: true },
      { n: 2_000_000_000, with: false },
    ]) {
      expect(await museum.ask(query, { variables })).toEqual(await naive.ask(query, { variables }));
    }
  });

  test('that asks a page for nothing but its name still gets one', async () => {
    const reply = await museum.ask(
      '{ a: exhibitPage { __typename } b: exhibitPage { pageInfo { __typename } } none: exhibitPage(starts: "no such") { pageInfo { __typename } } c: exhibitPage(starts: "no such") { edges { __typename } pageInfo { hasNextPage endCursor } totalCount } }',
    );
    expect(reply).toEqual({
      errors: [],
      data: {
        a: { __typename: 'ExhibitConnection' },
        b: { pageInfo: { __typename: 'PageInfo' } },
        none: { pageInfo: { __typename: 'PageInfo' } },
        c: { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 },
      },
    });
  });
});

describe('what stands in the database', () => {
  test('arrives as plain SQL has it: text, JSON, lists, numbers and instants', async () => {
    const { data } = await museum.ask(
      `{ exhibit(id: "${uuid(3, 7)}") { id title kind valueCents grams height acquiredAt shortTitle } museum(key: "ateneum") { name { fi sv en } openings { day from to } extra keywords founded } }`,
    );
    const {
      rows: [e],
    } = await museum.client.query(`select id, title, kind, value_cents, grams::text, acquired_at from exhibit where id = '${uuid(3, 7)}'`);
    expect(data!['exhibit']).toEqual({
      id: e.id,
      title: e.title,
      kind: e.kind,
      valueCents: e.value_cents,
      grams: e.grams,
      height: null,
      acquiredAt: '2024-08-01T10:00:00.123Z',
      shortTitle: e.title.slice(0, 3),
    });
    expect(new Date(e.acquired_at).toISOString()).toBe('2024-08-01T10:00:00.123Z');
    expect(BigInt(e.grams)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
    expect(data!['museum']).toEqual({
      name: { fi: 'Ateneum', sv: 'Ateneum "A"', en: 'Ateneum' },
      openings: [
        { day: 'MON', from: 10, to: 18 },
        { day: 'TUE', from: 11, to: null },
      ],
      extra: { a: [1, { b: null }], ':': 'rooms:x' },
      keywords: ['taide', 'a,b', 'quote"d'],
      founded: '1888-05-01',
    });
  });

  test('keeps the order that a many-to-many relation has, at both of its ends', async () => {
    const { data } = await museum.ask(`{ exhibit(id: "${uuid(3, 3)}") { tags { key } two: tags(first: 2) { key } } tags { key exhibits(first: 100) { id } } }`);
    expect(data!['exhibit']).toEqual({ tags: [{ key: 'sea' }, { key: 'bronze' }, { key: 'light' }], two: [{ key: 'sea' }, { key: 'bronze' }] });
    for (const { key, exhibits } of data!['tags']) {
      const { rows } = await museum.client.query(
        'select e.id from exhibit e join exhibit_tags t on t.exhibit_id = e.id where t.tag_key = $1 and e.deleted_at is null order by t.id',
        [key],
      );
      expect(exhibits).toEqual(rows);
    }
  });
});

describe('what an actor does not see', () => {
  const hiddenArtist = `id = '${uuid(2, 3)}'`;

  test('is absent from the root, joins, lists, many-to-many and aggregates', async () => {
    const query = `{ artists { id name workCount works(first: 100) { id } pupils { id mentor { id } } }
      rooms { exhibitCount exhibits(first: 100) { id artist { id } } } tags { key exhibitCount exhibits(first: 100) { id } }
      exhibitPage(first: 100) { totalCount nodes { id artist { id } } } exhibit(id: "${uuid(3, 8)}") { id } }`;
    for (const [as, sees] of [
      [anonymous, 'published'],
      [painter, `published or ${hiddenArtist}`],
      [officer, 'true'],
    ] as const) {
      const { data } = await museum.ask(query, { as });
      const { rows: artists } = await museum.client.query(`select id from artist where ${sees} order by name, id`);
      const { rows: exhibits } = await museum.client.query(
        `select e.id, a.id as artist from exhibit e left join (select id from artist where ${sees}) a on a.id = e.artist_id where deleted_at is null order by value_cents desc, e.id desc`,
      );
      expect(data!['artists'].map(({ id }: { id: string }) => id)).toEqual(artists.map(({ id }) => id));
      expect(data!['exhibitPage']).toEqual({
        totalCount: exhibits.length,
        nodes: exhibits.map(({ id, artist }) => ({ id, artist: artist && { id: artist } })),
      });
      expect(data!['exhibit']).toBeNull(); // it was removed
      const inLists = (lists: { exhibits: { id: string }[] }[]) => lists.flatMap((one) => one.exhibits.map(({ id }) => id));
      const {
        rows: [counted],
      } = await museum.client.query(
        'select (select count(*)::int from exhibit where deleted_at is null and room_id is not null) as rooms, (select count(*)::int from exhibit_tags join exhibit e on e.id = exhibit_id where deleted_at is null) as tags',
      );
      expect(inLists(data!['rooms'])).toHaveLength(counted.rooms);
      expect(inLists(data!['tags'])).toHaveLength(counted.tags);
      for (const one of [...data!['rooms'], ...data!['tags']]) expect(one.exhibitCount).toBe(one.exhibits.length);
      for (const one of data!['artists']) {
        expect(one.workCount).toBe(one.works.length);
        for (const pupil of one.pupils) expect(artists.map(({ id }) => id)).toContain(pupil.id);
      }
    }
  });

  test('is not shown by the plan of somebody who may', async () => {
    const query = '{ artists { id } }';
    const counts = [];
    for (const as of [officer, anonymous, painter, staffOf(uuid(9, 5), 'VIEWER'), officer])
      counts.push((await museum.ask(query, { as })).data!['artists'].length);
    expect(counts).toEqual([8, 6, 7, 6, 8]);
  });
});
