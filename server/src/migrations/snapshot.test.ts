import { expect, inject, test } from 'vitest';
import { openOrm } from '../app/orm.ts';

// `db:diff` writes what the entities have and the snapshot has not: one that lags behind, or was broken by a merge, makes it write nonsense
test('the snapshot beside the migrations is what the entities are', async () => {
  const orm = await openOrm(inject('ownerUrl').replace('{database}', 'postgres'));
  expect(await orm.migrator.checkSchema()).toBe(false);
  await orm.close();
});
