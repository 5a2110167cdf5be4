import type pg from 'pg';

/** Ends a pool and waits until its connections are gone. Its own `end` does not, and a database that is dropped then would tear what is only leaving. */
export async function endPool(pool: pg.Pool): Promise<void> {
  let left = pool.totalCount;
  const gone = new Promise<void>((resolve) => {
    if (!left) resolve();
    pool.on('remove', () => --left || resolve());
  });
  await pool.end();
  await gone;
}
