import { beforeAll, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { httpServer } from '../../app/http.ts';
import { aCity } from '../../testing/city.ts';

const city = await aCity({ rolledBack: false });
const http = await httpServer(city.app, { logLevel: 'silent', trustProxy: false, secure: false });
const feed = (query = '') => http.inject({ url: `/tapahtumat.ics${query}` });
/** Long lines are folded: a reader puts them together first. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '');

const TITLE = 'Talvi, torilla; "ilta" </script>\nja muuta \\ 😀'.repeat(3);
const id = newId();
beforeAll(async () => {
  const antti = await city.as('antti');
  const { measure } = (await city.ask('{ measure(number: 7) { id } }')).data!;
  const at = { startsAt: '2031-01-15T16:00:00Z', endsAt: '2031-01-15T18:00:00Z' };
  const input = { id, kind: 'DISCUSSION', title: { fi: TITLE, sv: 'Vinterkväll' }, place: 'main-library', measureIds: [measure.id], ...at };
  await antti('mutation ($input: ScheduleEventInput!) { scheduleEvent(input: $input) { id } }', { input });
  const moved = { id, place: 'city-hall', startsAt: '2031-01-16T16:00:00Z', endsAt: '2031-01-16T18:00:00Z' };
  await antti('mutation ($input: MoveEventInput!) { moveEvent(input: $input) { id } }', { input: moved });
});

test('a calendar reads it: lines of 75 bytes that end as they must, text escaped, times in UTC', async () => {
  const { statusCode, headers, body } = await feed();
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  const lines = body.split('\r\n');
  expect([lines[0], lines.at(-1) || lines.at(-2)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
  expect(lines.filter((line) => Buffer.byteLength(line) > 75 || line.includes('\n'))).toEqual([]);
  const event = unfolded(body)
    .split('BEGIN:VEVENT')
    .find((part) => part.includes(`UID:${id}`))!;
  expect(event).toContain('DTSTART:20310116T160000Z');
  expect(event).toContain('SEQUENCE:1');
  expect(event).toContain('STATUS:CONFIRMED');
  expect(event).toContain(`SUMMARY:${TITLE.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll('\n', '\\n')}`);
  expect(event).toMatch(/URL[^:]*:http:\/\/localhost\/tapahtumat\//);
});

test('a feed of a kind, of a measure, of one event, in a language', async () => {
  const uids = (body: string) => [...body.matchAll(/UID:(\S+)/g)].map((m) => m[1]);
  expect(uids((await feed()).body)).toHaveLength(5);
  for (const query of ['?kind=DISCUSSION', '?measure=7', `?id=${id}`]) expect(uids((await feed(query)).body)).toEqual([id]);
  expect(uids((await feed('?measure=8')).body)).toEqual([]);
  expect((await feed('?lang=sv')).body).toContain('SUMMARY:Vinterkväll');
  for (const query of ['?kind=PARTY', '?measure=99', '?lang=ru', '?id=1']) expect((await feed(query)).statusCode).toBe(400);
});

test('what did not change is not sent again, and what is cancelled says so', async () => {
  const first = await feed('?kind=DISCUSSION');
  expect((await http.inject({ url: '/tapahtumat.ics?kind=DISCUSSION', headers: { 'if-none-match': String(first.headers['etag']) } })).statusCode).toBe(304);
  const antti = await city.as('antti');
  await antti('mutation ($input: CancelEventInput!) { cancelEvent(input: $input) { id } }', { input: { id, reason: { fi: 'Pakkanen' } } });
  const body = unfolded((await feed('?kind=DISCUSSION')).body);
  expect(body).toContain('STATUS:CANCELLED');
  expect(body).toContain('SEQUENCE:2');
  expect(body).toContain('DESCRIPTION:Peruttu: Pakkanen');
});
