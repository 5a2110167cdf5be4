import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { MAX_PICTURE_BYTES, MAX_PICTURES } from '@torilla/schema/pictures/limits';
import { httpServer } from '../../app/http.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { cookiesOf } from '../../testing/cookies.ts';
import { jpeg } from '../../testing/picture.ts';

const city = await aCity({ rolledBack: false });
let http: FastifyInstance;
let cookies: Record<string, string>;
beforeAll(async () => {
  http = await httpServer(city.app, { logLevel: 'silent', trustProxy: false, secure: false });
  cookies = await cookiesOf(city, ['mirja', 'antti', 'hallinta']);
});
afterAll(() => http.close());

/** Something reported of an action of the plan in force. */
async function aReport(): Promise<string> {
  const id = newId();
  const [action] = await sql<{ id: string }>(city.em(), "select id from action where schedule->>'kind' = 'CONTINUOUS' order by key limit 1");
  const input = { id, actionId: action!.id, day: '2026-11-20', note: { fi: 'Alkoi torilla.' } };
  const { errors } = await (await city.as('hallinta'))('mutation ($input: ReportActionInput!) { reportAction(input: $input) { id } }', { input });
  expect(errors).toEqual([]);
  return id;
}

interface Sent {
  id?: string;
  of?: string;
  subjectId: string;
  fi?: string;
  payload?: Buffer;
  type?: string;
  who?: string;
}
function put({ id = newId(), of = 'ACTION_REPORT', subjectId, fi = 'Penkki rannassa', payload = jpeg(), type = 'image/jpeg', who = 'hallinta' }: Sent) {
  const query = new URLSearchParams({ of, subjectId, fi, width: '4', height: '3' });
  return http.inject({ method: 'PUT', url: `/kuvat/${id}?${query.toString()}`, headers: { 'content-type': type, cookie: cookies[who] ?? '' }, payload });
}
const get = (id: string, who = '') => http.inject({ url: `/kuvat/${id}`, headers: { cookie: cookies[who] ?? '' } });
const codeOf = (answer: Awaited<ReturnType<typeof put>>) => answer.json().errors[0].extensions.code as string;
const remove = async (who: 'mirja' | 'antti' | 'hallinta', id: string) => (await city.as(who))('mutation ($id: ID!) { removePicture(id: $id) }', { id });
const REPORTS =
  'query { plan { measures(first: 15) { actions(first: 10) { reports(first: 5) { id pictures(first: 6) { id path width height alt { fi sv } } } } } } }';
interface ReportRow {
  id: string;
  pictures: unknown[];
}
const picturesOf = async (reportId: string) =>
  ((await city.ask(REPORTS)).data!['plan'].measures as { actions: { reports: ReportRow[] }[] }[])
    .flatMap(({ actions }) => actions.flatMap(({ reports }) => reports))
    .find(({ id }) => id === reportId)!.pictures;

test('a picture of what was reported is seen by everybody, may be kept for ever, and runs nothing', async () => {
  const subjectId = await aReport();
  const id = newId();
  expect((await put({ id, subjectId })).statusCode).toBe(200);
  expect(await picturesOf(subjectId)).toEqual([{ id, path: `/kuvat/${id}`, width: 4, height: 3, alt: { fi: 'Penkki rannassa', sv: null } }]);
  const shown = await get(id);
  expect(shown.rawPayload.equals(jpeg())).toBe(true);
  expect(shown.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'public, max-age=86400',
    'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename="kuva-${id}.jpg"`,
    'content-security-policy': "default-src 'none'; sandbox",
  });
});

test('sent twice it is there once; another picture under its id is refused', async () => {
  const subjectId = await aReport();
  const id = newId();
  const both = await Promise.all([put({ id, subjectId }), put({ id, subjectId })]);
  expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect(codeOf(await put({ id, subjectId, payload: jpeg(9) }))).toBe('already-exists');
  expect(codeOf(await put({ id, subjectId, fi: 'Muu' }))).toBe('already-exists');
  expect(codeOf(await put({ id, subjectId: await aReport() }))).toBe('already-exists');
  expect(await picturesOf(subjectId)).toHaveLength(1);
});

test('what is no picture, tells where it was taken, is too large or without a description is refused', async () => {
  const subjectId = await aReport();
  const png = Buffer.from('89504e470d0a1a0a', 'hex');
  const page = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
  for (const payload of [png, page, Buffer.alloc(0), jpeg().subarray(0, -2)]) expect(codeOf(await put({ subjectId, payload }))).toBe('picture-unfit');
  const placed = Buffer.concat([jpeg().subarray(0, 2), Buffer.from('ffe10008', 'hex'), Buffer.from('Exif\0\0', 'latin1'), jpeg().subarray(2)]);
  expect(codeOf(await put({ subjectId, payload: placed }))).toBe('picture-unfit');
  expect((await put({ subjectId, type: 'text/html' })).statusCode).toBe(415);
  const large = await put({ subjectId, payload: jpeg(MAX_PICTURE_BYTES) });
  expect([large.statusCode, codeOf(large)]).toEqual([413, 'attachment-too-large']);
  for (const more of [{ fi: '  ' }, { fi: 'x'.repeat(201) }, { of: 'EVENT' }]) expect(codeOf(await put({ subjectId, ...more }))).toBe('bad-input');
  expect((await put({ subjectId, id: 'x' })).statusCode).toBe(400);
  expect(await picturesOf(subjectId)).toEqual([]);
});

test('only whoever may change what it belongs to puts a picture there or removes it', async () => {
  const subjectId = await aReport();
  expect((await put({ subjectId, who: '' })).statusCode).toBe(401);
  expect((await put({ subjectId, who: 'mirja' })).statusCode).toBe(403);
  expect((await put({ subjectId: newId() })).statusCode).toBe(404);
  const id = newId();
  await put({ id, subjectId, who: 'antti' });
  expect((await remove('mirja', id)).codes).toEqual(['forbidden']);
  expect((await city.ask('mutation ($id: ID!) { removePicture(id: $id) }', { id })).codes).toEqual(['unauthenticated']);
  expect((await get(id)).statusCode).toBe(200);
});

test('at most six belong to one thing, also of those sent at once', async () => {
  const subjectId = await aReport();
  const answers = await Promise.all(Array.from({ length: MAX_PICTURES + 2 }, () => put({ subjectId })));
  const refused = answers.filter(({ statusCode }) => statusCode !== 200);
  expect(refused.map(codeOf)).toEqual(['too-many-pictures', 'too-many-pictures']);
  expect(await picturesOf(subjectId)).toHaveLength(MAX_PICTURES);
});

test('a removed picture is gone, and those of a report that is taken back go with it', async () => {
  const subjectId = await aReport();
  const [one, other] = [newId(), newId()];
  await put({ id: one, subjectId });
  await put({ id: other, subjectId });
  expect((await remove('antti', one)).data).toEqual({ removePicture: true });
  expect((await get(one)).statusCode).toBe(404);
  expect((await remove('antti', one)).codes).toEqual(['not-found']);
  const input = { id: subjectId, reason: 'PERSONAL_DATA' };
  await (
    await city.as('hallinta')
  )('mutation ($input: WithdrawReportInput!) { withdrawReport(input: $input) { id } }', { input });
  expect((await get(other)).statusCode).toBe(404);
  expect(codeOf(await put({ subjectId }))).toBe('not-found');
  expect(await sql(city.em(), 'select from picture where id = any($1)', [[one, other]])).toEqual([]);
});

test('a picture of an event’s report is seen by nobody else until it is published with it, and not after the report is taken out of sight', async () => {
  const eventId = (await city.ask('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).data!['events'].nodes[0].id as string;
  const antti = await city.as('antti');
  const picture = (id: string) => put({ id, of: 'EVENT_REPORT', subjectId: eventId, who: 'antti' });
  const id = newId();
  // there is nothing yet to which it could belong
  expect((await picture(id)).statusCode).toBe(404);
  const words = { done: { fi: 'Oltiin torilla' }, heard: { fi: 'Penkeistä' }, next: { fi: 'Penkit tulevat' } };
  await antti('mutation ($input: SaveEventReportInput!) { saveEventReport(input: $input) { version } }', { input: { eventId, basedOn: 0, ...words } });
  expect((await picture(id)).statusCode).toBe(200);
  expect((await get(id)).statusCode).toBe(404);
  const drafted = await get(id, 'antti');
  expect([drafted.statusCode, drafted.headers['cache-control']]).toEqual([200, 'no-store']);
  const publish = (pictureIds: string[]) =>
    antti('mutation ($input: PublishEventReportInput!) { publishEventReport(input: $input) { pictures { id } publishedPictureIds } }', {
      input: { eventId, basedOn: 1, pictureIds },
    });
  // somebody put it up after the report was read through
  expect((await publish([])).codes).toEqual(['newer-revision']);
  expect((await publish([id])).data!['publishEventReport']).toEqual({ pictures: [{ id }], publishedPictureIds: [id] });
  expect((await get(id)).headers['cache-control']).toContain('public');
  // one that comes later waits for the next publishing
  const later = newId();
  await picture(later);
  const seen = async () =>
    (await city.ask('query ($id: ID!) { eventReport(eventId: $id) { pictures { id alt { fi } } } }', { id: eventId })).data!['eventReport'].pictures;
  expect(await seen()).toEqual([{ id, alt: { fi: 'Penkki rannassa' } }]);
  expect((await get(later)).statusCode).toBe(404);
  await remove('antti', id);
  expect(await seen()).toEqual([]);
  await publish([later]);
  expect(await seen()).toMatchObject([{ id: later }]);
  await antti('mutation ($id: ID!) { withdrawEventReport(eventId: $id) { version } }', { id: eventId });
  expect((await get(later)).statusCode).toBe(404);
  expect((await get(later, 'antti')).statusCode).toBe(200);
});
