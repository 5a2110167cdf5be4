import { expect, test } from 'vitest';
import { aCity } from '../../testing/city.ts';

const city = await aCity();

test('the city tells its name and whether this is a demo', async () => {
  const { data } = await city.ask('{ municipality { code name { sv } timeZone locale demo mapTiles { url } } }');
  expect(data!.municipality).toEqual({ code: '075', name: { sv: 'Fredrikshamn' }, timeZone: 'Europe/Helsinki', locale: 'fi', demo: false, mapTiles: null });
});
