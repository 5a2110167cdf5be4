import { expect, inject, onTestFinished, test } from 'vitest';
import { openOrm } from '../app/orm.ts';
import { aCity } from '../testing/city.ts';
import { Unit } from '../platform/plan/unit.entity.ts';
import { command, savepoint, sql, transaction } from './command.ts';
import { constraintProblems, Problem } from './problem.ts';
import { anyone, anyStaff, onlySystem, policy } from './policy.ts';
import { system } from './actor.ts';

const city = await aCity();
policy({ 'test.write': onlySystem, 'test.staff': anyStaff, 'test.anyone': anyone });
constraintProblems({ unit_pkey: 'already-exists' });

const addUnit = command(
  'test.write',
  ({ key }: { key: string }) => ({ type: 'Unit', id: key }),
  async ({ em }, { key }) => {
    em.create(Unit, { key, name: { fi: key } });
    await em.flush();
    return key;
  },
);
const units = (key: string) => sql(city.em(), 'select from unit where key = $1', [key]);
const lines = () => sql<{ action: string; subject_id: string }>(city.em(), 'select action, subject_id from audit_line order by id');

test('a command asks the policy first', async () => {
  await expect(addUnit(city.context(), { key: 'x' })).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(addUnit(city.context({ kind: 'staff', id: null, roles: ['ADMINISTRATOR'] }), { key: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await units('x')).toHaveLength(0);
});

test('what it wrote and its audit line come together or not at all', async () => {
  await addUnit(city.context(system), { key: 'new-unit' });
  expect(await lines()).toEqual([{ action: 'test.write', subject_id: 'new-unit' }]);
  const failing = command(
    'test.write',
    () => ({ type: 'Unit', id: null }),
    async (ctx) => {
      await addUnit(ctx, { key: 'half' });
      throw new Problem('not-found');
    },
  );
  await expect(failing(city.context(system), null)).rejects.toMatchObject({ code: 'not-found' });
  expect(await units('half')).toHaveLength(0);
  expect(await lines()).toHaveLength(1);
});

test('a broken constraint is the problem that was named for it', async () => {
  await addUnit(city.context(system), { key: 'twice' });
  await expect(addUnit(city.context(system), { key: 'twice' })).rejects.toMatchObject({ code: 'already-exists' });
});

test('what fails in a savepoint is undone, the rest stays', async () => {
  await transaction(city.context(system), async (ctx) => {
    await addUnit(ctx, { key: 'stays' });
    await expect(
      savepoint(ctx, async (inside) => {
        await addUnit(inside, { key: 'goes' });
        await addUnit(inside, { key: 'stays' });
      }),
    ).rejects.toMatchObject({ code: 'already-exists' });
    await addUnit(ctx, { key: 'stays-too' });
  });
  expect([await units('stays'), await units('goes'), await units('stays-too')].map((rows) => rows.length)).toEqual([1, 0, 1]);
  expect((await lines()).map((line) => line.subject_id)).toEqual(['stays', 'stays-too']);
});

test('a serialization failure is tried again, another fault is not', async () => {
  let tries = 0;
  const failingTwice = async () => {
    if (++tries < 3) throw Object.assign(new Error('could not serialize'), { code: '40001' });
    return tries;
  };
  expect(await transaction(city.context(system), failingTwice)).toBe(3);
  let others = 0;
  await expect(
    transaction(city.context(system), async () => {
      others++;
      throw Object.assign(new Error('division by zero'), { code: '22012' });
    }),
  ).rejects.toThrow('division');
  expect(others).toBe(1);
});

test('a connection that is lost in a transaction gives its place in the pool back', async () => {
  const orm = await openOrm(inject('ownerUrl').replace('{database}', 'postgres'), { pool: { min: 0, max: 2 } });
  onTestFinished(() => orm.close());
  const ctx = { ...city.context(system), em: orm.em.fork() };
  for (let n = 0; n < 3; n++) await expect(transaction(ctx, ({ em }) => sql(em, 'select pg_terminate_backend(pg_backend_pid())'))).rejects.toThrow(/terminat/);
  expect(await sql(orm.em.fork(), 'select 1 as here')).toEqual([{ here: 1 }]);
});
