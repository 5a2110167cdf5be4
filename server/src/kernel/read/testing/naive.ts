// The same answers the slow way: all rows in memory, one function per field, visibility asked row by row.
import { buildSchema, graphql, type GraphQLSchema, printSchema } from 'graphql';
import type pg from 'pg';
import type { Actor } from '../../actor.ts';
import { anonymous } from '../../actor.ts';
import type { Reply, World } from './world.ts';

type Row = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- rows of any table
type First = { first?: number | null };

export interface Naive {
  ask(query: string, options?: { as?: Actor; variables?: Record<string, unknown> }): Promise<Reply>;
}

/** Loads the museum once and answers from memory. */
export async function naiveMuseum({ schema, client }: World): Promise<Naive> {
  const plain: GraphQLSchema = buildSchema(printSchema(schema));
  const tables = await load(client);
  return {
    async ask(source, { as = anonymous, variables } = {}) {
      const { data, errors } = await graphql({ schema: plain, source, rootValue: rootFor(tables, as), variableValues: variables });
      return { data: JSON.parse(JSON.stringify(data ?? null)), errors: (errors ?? []).map((error) => error.message) };
    },
  };
}

type Tables = Record<'museum' | 'room' | 'artist' | 'exhibit' | 'label' | 'tag' | 'exhibit_tags' | 'artist_styles', Row[]>;

async function load(client: pg.Client): Promise<Tables> {
  const all = async (table: string, more = '') => (await client.query(`select *${more} from ${table}`)).rows as Row[];
  return {
    museum: await all('museum', ', founded::text as founded'),
    room: await all('room'),
    artist: await all('artist'),
    exhibit: await all('exhibit'),
    label: await all('label'),
    tag: await all('tag'),
    exhibit_tags: await all('exhibit_tags'),
    artist_styles: await all('artist_styles'),
  };
}

function rootFor(tables: Tables, actor: Actor): Row {
  const seesArtist = (a: Row) => actor.roles.includes('OFFICER') || a['published'] || (a['account'] !== null && a['account'] === actor.id);
  const exhibits = tables.exhibit.filter((e) => e['deleted_at'] === null);
  const artists = tables.artist.filter(seesArtist);
  const page = ({ first }: First, rows: Row[], of: (row: Row) => Row) => rows.slice(0, Math.min(first ?? 20, 100)).map(of);
  const byKey = (rows: Row[], key: unknown, of: (row: Row) => Row, name = 'id') => {
    const row = rows.find((one) => one[name] === key);
    return row ? of(row) : null;
  };

  const museum = (m: Row): Row => {
    const rooms = tables.room.filter((r) => r['museum_key'] === m['key']);
    return {
      ...m,
      rooms: (a: First) => page(a, sorted(rooms, ['floor'], ['id']), room),
      roomCount: rooms.length,
      upperRoomCount: rooms.filter((r) => r['floor'] > 1).length,
    };
  };
  const room = (r: Row): Row => {
    const here = exhibits.filter((e) => e['room_id'] === r['id']);
    const last = here.map((e) => e['acquired_at'] as Date).sort((a, b) => Number(b) - Number(a))[0];
    return {
      ...r,
      museum: () => byKey(tables.museum, r['museum_key'], museum, 'key'),
      exhibitCount: here.length,
      valueCents: here.length ? here.reduce((sum, e) => sum + e['value_cents'], 0) : null,
      lastAcquiredAt: last?.toISOString() ?? null,
      exhibits: (a: First) => page(a, sorted(here, ['value_cents', -1], ['title'], ['id']), exhibit),
    };
  };
  const artist = (a: Row): Row => {
    const works = exhibits.filter((e) => e['artist_id'] === a['id']);
    const styles = tables.artist_styles.filter((s) => s['artist_id'] === a['id']).map((s) => tables.tag.find((t) => t['key'] === s['tag_key'])!);
    return {
      ...a,
      mentor: () => byKey(artists, a['mentor_id'], artist),
      workCount: works.length,
      averageCents: works.length ? works.reduce((sum, e) => sum + e['value_cents'], 0) / works.length : null,
      pupils: (f: First) =>
        page(
          f,
          sorted(
            artists.filter((p) => p['mentor_id'] === a['id']),
            ['name'],
            ['id'],
          ),
          artist,
        ),
      works: (f: First) => page(f, sorted(works, ['title'], ['id']), exhibit),
      styles: (f: First) => page(f, sorted(styles, ['key', -1]), tag),
    };
  };
  const exhibit = (e: Row): Row => {
    const links = sorted(
      tables.exhibit_tags.filter((t) => t['exhibit_id'] === e['id']),
      ['id'],
    );
    return {
      ...e,
      valueCents: e['value_cents'],
      acquiredAt: (e['acquired_at'] as Date).toISOString(),
      shortTitle: e['title'].slice(0, 3),
      tagCount: links.length,
      height: Number.isFinite(e['height']) ? e['height'] : null,
      room: () => byKey(tables.room, e['room_id'], room),
      artist: () => byKey(artists, e['artist_id'], artist),
      label: () => byKey(tables.label, e['id'], label, 'exhibit_id'),
      tags: (f: First) =>
        page(
          f,
          links.map((l) => tables.tag.find((t) => t['key'] === l['tag_key'])!),
          tag,
        ),
    };
  };
  const label = (l: Row): Row => ({ ...l, exhibit: () => byKey(exhibits, l['exhibit_id'], exhibit) });
  const tag = (t: Row): Row => {
    const links = sorted(
      tables.exhibit_tags.filter((l) => l['tag_key'] === t['key']),
      ['id'],
    );
    const tagged = links.flatMap((l) => exhibits.filter((e) => e['id'] === l['exhibit_id']));
    return { ...t, exhibits: (f: First) => page(f, tagged, exhibit), exhibitCount: tagged.length };
  };

  return {
    museums: () => sorted(tables.museum, ['founded', -1], ['key', -1]).map(museum),
    museum: ({ key }: Row) => byKey(tables.museum, key, museum, 'key'),
    rooms: (f: First) => page(f, sorted(tables.room, ['floor'], ['id']), room),
    artists: () => page({}, sorted(artists, ['name'], ['id']), artist),
    tags: () => sorted(tables.tag, ['key']).map(tag),
    exhibit: ({ id }: Row) => byKey(exhibits, id, exhibit),
    exhibitPage: ({ first, starts }: Row) => {
      const rows = sorted(
        exhibits.filter((e) => !starts || e['title'].startsWith(starts)),
        ['value_cents', -1],
        ['id', -1],
      );
      const nodes = page({ first }, rows, exhibit);
      return { nodes, edges: nodes.map((node) => ({ node })), totalCount: rows.length, pageInfo: { hasNextPage: rows.length > nodes.length } };
    },
  };
}

function sorted(rows: readonly Row[], ...by: [column: string, direction?: 1 | -1][]): Row[] {
  return [...rows].sort((a, b) => {
    for (const [column, direction = 1] of by) {
      if (a[column] < b[column]) return -direction;
      if (a[column] > b[column]) return direction;
    }
    return 0;
  });
}
