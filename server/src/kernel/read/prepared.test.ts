import { parse, execute } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql, transaction } from '../command.ts';
import { forgetNames } from './prepared.ts';
import { uuid } from './testing/rows.ts';
import { openMuseum, type World } from './testing/world.ts';

let museum: World;
beforeAll(async () => {
  forgetNames();
  museum = await openMuseum();
});
afterAll(() => museum?.close());

describe('a statement', () => {
  const named = () =>
    sql<{ calls: number }>(
      museum.context().em,
      "select sum(generic_plans + custom_plans)::int as calls from pg_prepared_statements where name like 'read\\_%'",
    );

  test('that is sent again is prepared once, and its values are bound anew', async () => {
    const query = 'query ($id: ID!) { exhibit(id: $id) { id } }';
    const ids = [1, 2, 3, 4, 5, 6, 7].map((n) => uuid(3, n));
    const given = [];
    for (const id of ids) given.push((await museum.ask(query, { variables: { id } })).data!['exhibit'].id);
    expect(given).toEqual(ids);
    expect(await named()).toEqual([{ calls: ids.length - 1 }]); // the first was sent without a name
  });

  test('runs in the transaction that is open, and sees what was written there', async () => {
    const document = parse('{ museum(key: "new") { key roomCount } }');
    const read = (contextValue: object) => execute({ schema: museum.schema, document, contextValue });
    const undone = transaction(museum.context(), async (ctx) => {
      await sql(ctx.em, "insert into museum (key, name, openings, keywords, founded) values ('new', '{}', '[]', '{}', '2027-01-01')");
      expect((await read(ctx)).data).toEqual({ museum: { key: 'new', roomCount: 0 } });
      expect((await read(museum.context())).data).toEqual({ museum: null });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect((await read(museum.context())).data).toEqual({ museum: null });
  });
});
