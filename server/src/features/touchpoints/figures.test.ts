import { expect, test } from 'vitest';
import { featureList } from '../../app/features.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aPoint } from './testing.ts';
import { touchpoints } from './touchpoints.feature.ts';

const FIGURES = '{ measureFigures { measure key value } }';
const city = await aCity();
/** The same city, but for the one line of the manifest. */
const without = await aCity({ features: featureList.map((feature) => (feature === touchpoints ? { ...feature, serves: undefined } : feature)) });

const shown = async (of: typeof city) =>
  (await of.ask(FIGURES)).data!.measureFigures.filter(({ key }: { key: string }) => key.startsWith('touchpoints.')) as {
    measure: number;
    key: string;
    value: number;
  }[];

test('customer experience is on the page of measure 15 by one line of its manifest, and goes with the line', async () => {
  const points = [await aPoint(city), await aPoint(without)];
  for (const [n, of] of [city, without].entries()) {
    const phone = await TestDevice.public(of);
    for (let twice = 0; twice < 2; twice++) await phone.push(await phone.seal({ operation: 'touchpoint.tap', input: { touchpointId: points[n], score: 4 } }));
  }
  expect(await shown(city)).toEqual([
    { measure: 15, key: 'touchpoints.answers', value: 1 },
    { measure: 15, key: 'touchpoints.points', value: 1 },
    { measure: 15, key: 'touchpoints.deeds', value: 0 },
  ]);
  expect(await shown(without)).toEqual([]);
});
