import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isObjectType, type GraphQLInputType, type GraphQLNamedType } from 'graphql';
import { expect, test } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { sql } from '../kernel/command.ts';
import { openPhoto } from '../features/feedback/photo.ts';
import { aCity } from '../testing/city.ts';
import { aDay, type Day } from '../testing/day.ts';
import { fieldOf } from '../testing/walk.ts';
import { apiSchema } from './schema.ts';

const CANARY = 'kanarialintu';
const city = await aCity();
const schema = await apiSchema();

// the same dice each time, so that what was found once is found again
let seed = 20_261_127;
const upTo = (n: number): number => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) % n;
const oneOf = <T>(all: readonly T[]): T => all[upTo(all.length)]!;

/** What somebody who guesses puts into an argument: an id wherever one goes, and something likely elsewhere. */
function valueFor(type: GraphQLInputType, name: string, ids: readonly string[]): unknown {
  const inner = getNullableType(type);
  if (inner === type && upTo(3)) return undefined;
  if (isListType(inner)) return [valueFor(inner.ofType as GraphQLInputType, name, ids)];
  if (isEnumType(inner)) return oneOf(inner.getValues()).name;
  if (isInputObjectType(inner)) return Object.fromEntries(Object.values(inner.getFields()).map((field) => [field.name, valueFor(field.type, field.name, ids)]));
  const likely: Record<string, () => unknown> = {
    ID: () => oneOf(ids),
    Int: () => 5,
    Float: () => 5,
    Boolean: () => upTo(2) === 1,
    DateTime: () => new Date().toISOString(),
    LocalDate: () => '2030-01-01',
    JSON: () => ({}),
  };
  return (likely[String(inner)] ?? (() => (name === 'email' ? 'aino@example.fi' : name === 'code' ? '000000' : oneOf([...ids, 'parks']))))();
}

/** What was refused as not theirs to read: it would refuse all that is asked with it. */
const closed = new Set<unknown>();

/** All that is at a type, and two ways further down. */
function selectionOf(type: GraphQLNamedType, depth: number): string {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).filter(({ name }) => !closed.has(`${type.name}.${name}`));
  const isLeaf = (field: (typeof fields)[number]): boolean => !isObjectType(getNamedType(field.type));
  const inner = fields.filter((field) => !isLeaf(field));
  const some = [...fields.filter(isLeaf), ...(depth > 0 && inner.length ? [oneOf(inner), oneOf(inner)] : [])];
  return ` { __typename ${[...new Set(some)].map((field) => field.name + selectionOf(getNamedType(field.type), depth - 1)).join(' ')} }`;
}

const roots = [
  ...Object.values(schema.getQueryType()!.getFields()).map((root) => ['query', root] as const),
  ...Object.values(schema.getMutationType()!.getFields()).map((root) => ['mutation', root] as const),
].filter(([, { args }]) => args.length > 0);
/** So often each root field is tried. */
const TRIES = 8 * roots.length;

/** Asks a root field with the ids, takes back whatever it did, and gives what was answered. */
async function guess(
  actor: Actor,
  n: number,
  ids: readonly string[],
  theirs: () => Promise<string>,
): Promise<{ query: string; answer: string; after: string | null }> {
  const [operation, root] = roots[n % roots.length]!;
  const variables = Object.fromEntries(root.args.map(({ name, type }) => [name, valueFor(type, name, ids)]));
  const declared = root.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = root.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const query = `${operation} (${declared}) { ${root.name}(${passed})${selectionOf(getNamedType(root.type), 3)} }`;
  await sql(city.em(), 'savepoint before');
  try {
    const { data, errors } = await city.askAs(actor, { address: `192.0.2.${n}` })(query, variables);
    const refused = errors.map(({ extensions }) => fieldOf(extensions)).find(Boolean);
    if (refused && !closed.has(refused)) {
      closed.add(refused);
      return await guess(actor, n, ids, theirs);
    }
    const answer = JSON.stringify([data, errors]);
    // what PostgreSQL could not read as an id has ended the transaction, and whatever was done in it
    return { query, answer, after: answer.includes('bad-input') ? null : await theirs() };
  } finally {
    await sql(city.em(), 'rollback to savepoint before');
  }
}

/** Marks everything that is hers, and gives its ids and a way to look at it. */
async function mark({ aino }: Day) {
  const em = city.em();
  await sql(em, `update feedback set words = words || ' ${CANARY}', note = '${CANARY}' where resident_id = $1`, [aino.id]);
  await sql(em, `update feedback_contact set name = '${CANARY}', phone = '${CANARY}' where id in (select id from feedback where resident_id = $1)`, [aino.id]);
  await sql(em, `update resident set display_name = '${CANARY}' where id = $1`, [aino.id]);
  await sql(em, `update consent set text = '${CANARY}' where resident_id = $1`, [aino.id]);
  await sql(em, `update identity set name = '${CANARY}' where resident_id = $1`, [aino.id]);
  await sql(em, `update child set first_name = '${CANARY}' where guardian_id = $1`, [aino.id]);
  await sql(em, `update session set agent = '${CANARY}' where resident_id = $1`, [aino.id]);
  const ids = await sql<{ id: string }>(
    em,
    `select id::text from resident where id = $1 union all select id::text from feedback where resident_id = $1 union all select id::text from session where resident_id = $1 union all select id::text from consent where resident_id = $1 union all select id::text from child where guardian_id = $1
     union all select id::text from identity where resident_id = $1
     union all select p.id::text from feedback_photo p join feedback f on f.id = p.feedback_id where f.resident_id = $1
     union all select v.id::text from view_line v join feedback f on f.id = v.subject_id where f.resident_id = $1`,
    [aino.id],
  );
  const theirs = async (): Promise<string> =>
    JSON.stringify(
      await sql(
        city.em(),
        `select to_jsonb(r) from resident r where id = $1 union all select to_jsonb(f) from feedback f where resident_id = $1 union all select to_jsonb(s) from session s where resident_id = $1
         union all select to_jsonb(c) from feedback_contact c join feedback f on f.id = c.id where f.resident_id = $1
         union all select to_jsonb(o) from consent o where resident_id = $1 union all select to_jsonb(k) from child k where guardian_id = $1
         union all select to_jsonb(i) from identity i where resident_id = $1
         union all select to_jsonb(p) from feedback_photo p join feedback f on f.id = p.feedback_id where f.resident_id = $1`,
        [aino.id],
      ),
    );
  return { ids: ids.map(({ id }) => id), theirs };
}

test(`${TRIES} guesses of another resident's ids show nothing of theirs and change nothing`, async () => {
  const day = await aDay(city);
  const { ids, theirs } = await mark(day);
  const before = await theirs();
  const leaks: string[] = [];
  for (let n = 0; n < TRIES; n++) {
    const { query, answer, after } = await guess(day.eino, n, ids, theirs);
    if (answer.includes(CANARY)) leaks.push(`shows: ${query}`);
    if (after !== null && after !== before) leaks.push(`changes: ${query}`);
  }
  expect(leaks).toEqual([]);
  const uuids = ids.filter((id) => id.length === 36);
  for (const captureId of uuids)
    for (const photoId of uuids)
      await expect(openPhoto(city.context(day.eino), { captureId, photoId }), `${captureId}/${photoId}`).rejects.toThrow('not-found');
}, 300_000);

test('the same guesses by herself do show and change what is hers', async () => {
  const day = await aDay(city);
  const { ids, theirs } = await mark(day);
  const before = await theirs();
  let [shown, changed] = [0, 0];
  for (let n = 0; n < TRIES; n++) {
    const { answer, after } = await guess(day.aino, n, ids, theirs);
    shown += Number(answer.includes(CANARY));
    changed += Number(after !== null && after !== before);
  }
  expect(shown).toBeGreaterThan(10);
  expect(changed).toBeGreaterThan(10);
}, 300_000);
