import { startTorilla, type Torilla } from '../torilla.ts';
import { startProxy, type Proxy } from './proxy.ts';
import { rowsOf } from '../../server/tools/postgres.ts';

/** A running city behind a proxy. */
export interface City extends Torilla {
  proxy: Proxy;
  /** How often the city has feedback with exactly these words. */
  timesSaid(words: string): Promise<number>;
  end(): Promise<void>;
}

/** Starts a city with fair weather before it; `alone` where its PostgreSQL is to be restarted. */
export async function aCity(alone = false): Promise<City> {
  const torilla = await startTorilla({ alone });
  const proxy = await startProxy(torilla.port);
  return {
    ...torilla,
    proxy,
    timesSaid: async (words) => (await rowsOf<{ words: string }>(torilla.ownerUrl(), 'select words from feedback')).filter((row) => row.words === words).length,
    async end() {
      await proxy.close();
      await torilla.stop();
    },
  };
}
