import type { PostgreSqlConnection } from '@mikro-orm/postgresql';
import type { Context } from './context.ts';
import { type Sql, written } from './read/index.ts';

const BATCH = 500;
/** So long whoever reads may take nothing before the connection is needed by others. */
const PATIENCE = '2min';

/**
 * The rows of a statement through a cursor of the database, a batch at a time: however many there are, no more than a batch is held, and none is fetched before the
 * one before was taken. All of them are as they were when the first was read. Leaving the loop closes the cursor and lets the connection go.
 */
export async function* rowsThrough<Row extends object>(ctx: Context, statement: Sql): AsyncGenerator<Row[]> {
  const { text, params } = written(ctx, statement);
  const pool = await (ctx.em.getConnection() as PostgreSqlConnection).getNativeClient();
  // taken by hand: the transaction stays open between two batches, and a connection that broke is given to nobody else
  const client = await pool.connect();
  let broken: unknown;
  try {
    await client.query('begin read only');
    await client.query(`set local idle_in_transaction_session_timeout = '${PATIENCE}'`);
    await client.query(`declare through no scroll cursor for ${text}`, params);
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${BATCH} from through`);
      if (rows.length) yield rows;
      if (rows.length < BATCH) break;
    }
  } catch (error) {
    broken = error;
    throw error;
  } finally {
    if (!broken) await client.query('rollback').catch((error: unknown) => (broken = error));
    client.release(Boolean(broken));
  }
}
