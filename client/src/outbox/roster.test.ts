import { newId } from '@torilla/schema/kernel/id';
import { describe, expect, test } from 'vitest';
import { aSquare } from './testing/square.ts';
import { json, portals } from './testing/network.ts';

const YEAR = 365 * 86_400_000;

describe('the roster of an event', () => {
  test.each([
    ['three years slow', 3 * YEAR],
    ['three years fast', -3 * YEAR],
    ['right', 0],
  ])('is told to a tablet whose clock is %s, also when nobody measured it yet', async (_, offset) => {
    const { aTablet, serverClock } = await aSquare();
    serverClock.offset = offset;
    const tab = await aTablet().open();
    await tab.enrolTablet('ABCD-2345');
    expect(await tab.roster(newId())).toMatchObject([{ displayName: 'Mirja K.' }]);
  });

  test('is told to a tablet whose clock somebody sets between two askings', async () => {
    const { aTablet, clock, serverClock } = await aSquare();
    const tab = await aTablet().open();
    await tab.enrolTablet('ABCD-2345');
    await tab.roster(newId());
    clock.now -= YEAR;
    serverClock.offset = YEAR;
    expect(await tab.roster(newId())).toHaveLength(1);
  });

  test('comes with the name that staff gave the tablet since', async () => {
    const { aTablet, inbox } = await aSquare();
    const tab = await aTablet().open();
    await tab.enrolTablet('ABCD-2345');
    inbox.rename('Kirjaston tabletti');
    await tab.roster(newId());
    expect((await tab.device()).enrolment).toMatchObject({ name: 'Kirjaston tabletti', kind: 'TABLET' });
  });

  test("is nobody's who is no tablet of the city", async () => {
    const { aTablet } = await aSquare();
    const tab = await aTablet().open();
    await expect(tab.roster(newId())).rejects.toMatchObject({ problem: 'device-unknown' });
  });

  test('that came to another request, or from a login page, is none', async () => {
    const { aTablet, network } = await aSquare();
    const tab = await aTablet().open();
    await tab.enrolTablet('ABCD-2345');
    await tab.drain();
    network.next(async () => json({ data: { roster: { requestId: newId(), workers: [] } } }));
    await expect(tab.roster(newId())).rejects.toMatchObject({ fault: 'not-the-city' });
    network.next(portals['a login page with 200']!);
    await expect(tab.roster(newId())).rejects.toMatchObject({ fault: 'not-the-city' });
  });
});
