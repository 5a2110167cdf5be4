import { beforeEach, expect, test } from 'vitest';
import { sql } from '../kernel/command.ts';
import { aCity } from '../testing/city.ts';
import { aDay, type Day } from '../testing/day.ts';

const city = await aCity();
const HELD = '{ myData { name rows } }';
const ERASE = 'mutation ($dryRun: Boolean!) { eraseMyAccount(dryRun: $dryRun) { name count } }';
let day: Day;
beforeEach(async () => void (day = await aDay(city)));

interface Held {
  name: string;
  rows: Record<string, unknown>[];
}
const heldOf = async (who: Day['aino']): Promise<Held[]> => (await city.askAs(who)(HELD)).data!['myData'];
const counted = (held: Held[]) => Object.fromEntries(held.map(({ name, rows }) => [name, rows.length]));

/** Every table as text: what a copy of the whole database would show. */
async function dump(): Promise<string> {
  const tables = await sql<{ name: string }>(city.em(), `select format('%I', tablename) as name from pg_tables where schemaname = 'public'`);
  const texts: string[] = [];
  for (const { name } of tables)
    for (const { row } of await sql<{ row: string }>(city.em(), `select t::text as row from ${name} t`)) texts.push(`${name} ${row}`);
  return texts.join('\n');
}

test('every entity that leads to a resident is in their copy, with what there is of it', async () => {
  const held = counted(await heldOf(day.aino));
  const leading = [...city.app.orm.getMetadata().getAll().values()]
    .filter(({ className, props }) => className === 'Resident' || props.some(({ targetMeta }) => targetMeta?.className === 'Resident'))
    .map(({ className }) => className);
  expect(leading).toContain('Feedback');
  for (const name of leading) expect(held[name], name).toBeGreaterThan(0);
  for (const name of ['FeedbackContact', 'FeedbackPhoto', 'ViewLine']) expect(held[name], name).toBeGreaterThan(0);
});

test("the copy has a resident's own words, and nobody else's", async () => {
  const held = await heldOf(day.aino);
  const rows = (name: string) => held.find((one) => one.name === name)!.rows;
  expect(rows('Resident')).toMatchObject([{ displayName: 'Aino', email: 'aino@example.fi', createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string }]);
  expect(rows('Feedback').map(({ receipt }) => receipt)).toContain(day.voice.receipt);
  const [{ count }] = (await sql<{ count: number }>(city.em(), 'select count(*)::int from feedback where resident_id = $1', [day.aino.id])) as [
    { count: number },
  ];
  expect(rows('Feedback')).toHaveLength(count);
  expect(counted(await heldOf(day.eino))).toEqual({ Resident: 1, Session: 1, Feedback: 0, FeedbackPhoto: 0, FeedbackContact: 0, ViewLine: 0 });
  expect((await city.ask(HELD)).codes).toEqual(['unauthenticated']);
  expect((await (await city.as('hallinta'))(HELD)).codes).toEqual(['forbidden']);
});

test('a dry run says what would go and changes nothing', async () => {
  const before = await heldOf(day.aino);
  const tried = (await city.askAs(day.aino)(ERASE, { dryRun: true })).data!['eraseMyAccount'] as { name: string; count: number }[];
  const held = counted(before);
  expect(Object.fromEntries(tried.map(({ name, count }) => [name, count]))).toEqual(Object.fromEntries(tried.map(({ name }) => [name, held[name]])));
  expect(await heldOf(day.aino)).toEqual(before);
  expect((await city.askAs(day.aino)(ERASE, { dryRun: false })).data!['eraseMyAccount']).toEqual(tried);
});

test('after it was erased nothing of a resident is in the database, and others have theirs', async () => {
  const hers = ['aino@example.fi', 'Aino', '040 1234567', day.aino.id!];
  await city.ask('mutation { requestSignInCode(input: { email: "aino@example.fi", audience: RESIDENT }) }');
  const before = await dump();
  for (const one of hers) expect(before, one).toContain(one);
  const eino = await heldOf(day.eino);
  expect((await city.askAs(day.aino)(ERASE, { dryRun: false })).codes).toEqual([]);
  // that somebody did something stays in the log of writes, under a number that leads to nobody
  const after = (await dump())
    .split('\n')
    .filter((line) => !line.startsWith('audit_line '))
    .join('\n');
  for (const one of hers) expect(after, one).not.toContain(one);
  expect(await heldOf(day.eino)).toEqual(eino);
  expect(await sql(city.em(), 'select from session where resident_id = $1', [day.aino.id])).toHaveLength(0);
});
