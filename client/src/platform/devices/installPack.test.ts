import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { FieldPackQuery } from '../../gql/devices/graphql.ts';
import { hashOf, type FieldPack } from './fieldPack.ts';
import { fieldDb } from './fieldStore.ts';
import { installPack, packedEvents, readPack } from './installPack.ts';

const text = (fi: string) => ({ __typename: 'LocalizedText' as const, fi, sv: null, en: null });
const eventId = '01a20bf9-2f8b-7284-a3f5-6d2181513bc9';
const answer = (change: Partial<FieldPackQuery> = {}): FieldPackQuery => ({
  __typename: 'Query',
  event: {
    __typename: 'Event',
    id: eventId,
    kind: 'MARKET_SQUARE',
    title: text('Tavataan torilla'),
    startsAt: '2027-05-18T05:00:00Z',
    endsAt: '2027-05-18T19:00:00Z',
    registrationOpensAt: null,
    place: { __typename: 'Place', key: 'market-square', name: text('Kauppatori') },
  },
  topics: [{ __typename: 'Topic', key: 'parks', icon: 'trees', name: text('Puistot') }],
  districts: [{ __typename: 'District', key: 'keskusta', name: text('Keskusta') }],
  units: [{ __typename: 'Unit', key: 'sports', name: text('Liikunta') }],
  plan: { __typename: 'Plan', id: 'p', measures: [] },
  tallyQuestions: [],
  captureKey: { __typename: 'CaptureKey', kid: '2027-1' },
  ...change,
});
const mirja = { id: 'a', displayName: 'Mirja K.', pin: null };
const roster = () => Promise.resolve([mirja]);
const taken = (change?: Partial<FieldPackQuery>) => installPack(() => Promise.resolve(answer(change)), roster);

beforeEach(() => fieldDb.run((db) => db.clear('packs')));

test('a pack is installed whole and read back as it was', async () => {
  const { pack, hash } = await taken();
  expect(await readPack(eventId)).toMatchObject({ hash, pack: { topics: [{ key: 'parks' }], roster: [mirja] } });
  expect(JSON.stringify(pack)).not.toContain('__typename');
  expect((await packedEvents()).map(({ id }) => id)).toEqual([eventId]);
});

test.each([
  ['the event is gone', { event: null }, 'pack-event-unknown'],
  ['the topics are missing', { topics: [] }, 'pack-incomplete'],
  ['the plan is missing', { plan: null }, 'pack-incomplete'],
])('when %s nothing is installed, and the pack that was there stays', async (_, change, code) => {
  await expect(taken(change)).rejects.toMatchObject({ code });
  expect(await readPack(eventId)).toBeNull();
  const { hash } = await taken();
  await expect(taken(change)).rejects.toMatchObject({ code });
  expect(await readPack(eventId)).toMatchObject({ hash });
});

test('a network that breaks leaves the pack that was there', async () => {
  const { hash } = await taken();
  await expect(installPack(() => Promise.reject(new TypeError('Failed to fetch')), roster)).rejects.toThrow('Failed to fetch');
  expect(await readPack(eventId)).toMatchObject({ hash });
});

test('a pack that the disk changed is no pack', async () => {
  const installed = await taken();
  await fieldDb.run((db) => db.put('packs', { ...installed, pack: { ...installed.pack, topics: [] } }, eventId));
  expect(await readPack(eventId)).toBeNull();
});

test('a pack that was fetched when everybody was told the names still has its people', async () => {
  const { pack } = await taken();
  const { roster: _, ...rest } = pack;
  const older = { ...rest, event: { ...rest.event, staffing: [{ id: 'a', displayName: 'Mirja K.' }] } } as unknown as FieldPack;
  const kept = { pack: older, hash: await hashOf(older), installedAt: '' };
  await fieldDb.run((db) => db.put('packs', kept, eventId));
  expect((await readPack(eventId))?.pack.roster).toEqual([mirja]);
});
