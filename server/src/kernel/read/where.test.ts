import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Where } from './index.ts';
import type { Meta } from './metadata.ts';
import { flatten, sql } from './sql.ts';
import { Exhibit } from './testing/museum.ts';
import { uuid } from './testing/rows.ts';
import { openMuseum, type World } from './testing/world.ts';
import { conditionOf } from './where.ts';

let museum: World;
beforeAll(async () => {
  museum = await openMuseum();
});
afterAll(() => museum?.close());

const exhibit = (): Meta => museum.orm.getMetadata().get(Exhibit) as Meta;

async function found(where: Where | undefined): Promise<unknown[]> {
  const { parts, values } = flatten(conditionOf(exhibit(), 'e', where));
  const text = parts.reduce((sofar, part, i) => `${sofar}$${i}${part}`);
  return (await museum.client.query(`select id from exhibit e where ${text} order by id`, values)).rows;
}

describe('a filter', () => {
  const artist = uuid(2, 3);
  test.each<[string, Where | undefined, string]>([
    ['nothing', undefined, 'true'],
    ['no conditions', {}, 'true'],
    ['equality', { title: 'Exhibit 1', valueCents: 1000 }, "title = 'Exhibit 1' and value_cents = 1000"],
    ['absence', { grams: null }, 'grams is null'],
    ['presence', { grams: { $ne: null } }, 'grams is not null'],
    ['a difference', { kind: { $ne: 'PAINTING' } }, "kind <> 'PAINTING'"],
    ['a range', { valueCents: { $gte: 1000, $lt: 3000 } }, 'value_cents >= 1000 and value_cents < 3000'],
    ['an open range', { valueCents: { $gt: 1000, $lte: 3000 } }, 'value_cents > 1000 and value_cents <= 3000'],
    ['likeness', { title: { $ilike: 'eXHIBIT _' } }, "title ilike 'eXHIBIT _'"],
    ['membership', { kind: ['PAINTING', 'SCULPTURE'] }, "kind in ('PAINTING', 'SCULPTURE')"],
    ['membership, said at length', { kind: { $in: ['PAINTING'] } }, "kind in ('PAINTING')"],
    ['membership of nothing', { kind: [] }, 'false'],
    ['the others', { kind: { $nin: ['PAINTING'] } }, "kind not in ('PAINTING')"],
    ['a relation by its key', { artist }, `artist_id = '${artist}'`],
    ['relations by their keys', { artist: [artist, uuid(2, 4)] }, `artist_id in ('${artist}', '${uuid(2, 4)}')`],
    ['an instant', { acquiredAt: { $gte: new Date('2024-05-01T10:00:00Z') } }, "acquired_at >= '2024-05-01T10:00:00Z'"],
    ['a choice', { $or: [{ valueCents: 0 }, { title: 'Exhibit 2', valueCents: 1000 }] }, "value_cents = 0 or (title = 'Exhibit 2' and value_cents = 1000)"],
    ['a choice of nothing', { $or: [] }, 'false'],
    [
      'several choices at once',
      { $and: [{ $or: [{ valueCents: 0 }, { valueCents: 1000 }] }, { $or: [{ grams: null }] }] },
      'value_cents in (0, 1000) and grams is null',
    ],
    ['what is not asked about', { title: undefined, valueCents: { $gt: undefined, $lt: 2000 } }, 'value_cents < 2000'],
    ['SQL among others', { $and: [(column) => sql`${column('valueCents')} = ${0} or true`, { kind: 'PAINTING' }] }, "kind = 'PAINTING'"],
    ['SQL alone', sql`e.value_cents = ${1000}`, 'value_cents = 1000'],
  ])('of %s', async (_, where, plain) => {
    const { rows } = await museum.client.query(`select id from exhibit where ${plain} order by id`);
    expect(await found(where)).toEqual(rows);
  });

  test('keeps what is asked out of the text', () => {
    const { parts, values } = flatten(conditionOf(exhibit(), 'e', { title: "'; drop table exhibit; --" }));
    expect(parts.join('?')).toBe('("e"."title" = ?)');
    expect(values).toEqual(["'; drop table exhibit; --"]);
  });

  test('of something that is not there is a fault of the program', () => {
    expect(() => conditionOf(exhibit(), 'e', { nothing: 1 })).toThrow('Exhibit has no property nothing');
    expect(() => conditionOf(exhibit(), 'e', { tags: ['sea'] })).toThrow('Exhibit.tags is not one column');
    expect(() => conditionOf(exhibit(), 'e', { label: uuid(4, 1) })).toThrow('Exhibit.label is not one column');
    expect(() => conditionOf(exhibit(), 'e', { title: { $regex: 'x' } as never })).toThrow('title is compared by $regex, which is no comparison');
  });
});
