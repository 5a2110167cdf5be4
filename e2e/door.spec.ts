import { chromium, expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encode } from 'uqr';
import { rowsOf } from '../server/tools/postgres.ts';
import { chromiumArgs, chromiumPath } from './chromium.ts';
import { prepareTablet, sendAll } from './faults/field.ts';
import { startTorilla, type Torilla } from './torilla.ts';

test.use({ serviceWorkers: 'allow' });

let torilla: Torilla;
const folder = mkdtempSync(path.join(tmpdir(), 'torilla-door-'));
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(async () => {
  await torilla.stop();
  rmSync(folder, { recursive: true, force: true });
});

const TITLE = 'Keskusteluilta';

/** An evening that Mirja staffs, and the codes of two who come. */
async function anEvening(): Promise<string[]> {
  const cookie = await torilla.signIn('hallinta@torilla.example');
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const { staff } = await torilla.ask<{ staff: { id: string; displayName: string }[] }>('{ staff { id displayName } }', {}, cookie);
  const input = {
    id: randomUUID(),
    kind: 'DISCUSSION',
    title: { fi: TITLE },
    place: 'main-library',
    startsAt: at(1),
    endsAt: at(3),
    staffIds: staff.filter(({ displayName }) => displayName.startsWith('Mirja')).map(({ id }) => id),
    registration: { opensAt: at(-1), closesAt: at(1) },
  };
  await torilla.ask('mutation ($input: ScheduleEventInput!) { scheduleEvent(input: $input) { id } }', { input }, cookie);
  const register = async (name: string, partySize: number) => {
    const { registerForEvent } = await torilla.ask<{ registerForEvent: { code: string } }>(
      'mutation ($input: RegisterForEventInput!) { registerForEvent(input: $input) { code } }',
      { input: { id: randomUUID(), eventId: input.id, name, partySize, language: 'fi' } },
    );
    return registerForEvent.code;
  };
  return [await register('Aino', 2), await register('Eino', 1)];
}

/** A film of one picture, for a camera that is none: the QR code of a text, in shades of grey. */
function film(text: string): string {
  const { data, size } = encode(text, { border: 4 });
  const [width, height, module] = [640, 480, Math.floor(480 / size)];
  const left = Math.floor((width - size * module) / 2);
  const luma = Buffer.alloc(width * height, 255);
  for (const [row, line] of data.entries())
    for (const [column, dark] of line.entries())
      for (let y = row * module; dark && y < (row + 1) * module; y++) {
        const at = y * width + left + column * module;
        luma.fill(0, at, at + module);
      }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
  const file = path.join(folder, 'qr.y4m');
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`), frame, frame]));
  return file;
}

test('at the door without a network the camera reads a code and another is typed; the city has both as come, each once', async () => {
  const [first, second] = (await anEvening()) as [string, string];
  const camera = [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film(`${torilla.url}/ilmoittautuminen#${first}`)}`,
  ];
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArgs, ...camera] });
  try {
    const context = await browser.newContext({ locale: 'fi-FI', viewport: { width: 1024, height: 768 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await prepareTablet(torilla, page, torilla.url, { event: TITLE });
    await context.setOffline(true);
    await page.goto(`${torilla.url}/kentta/tallenna`);
    await page.getByRole('link', { name: 'Ovi' }).click();
    await page.getByRole('button', { name: 'Lue koodi kameralla' }).click();
    await expect(page.getByText(`${first} on merkitty tulleeksi klo`).first()).toBeVisible();
    await page.getByRole('button', { name: 'Sulje kamera' }).click();

    const field = page.getByLabel('Tulijan koodi');
    await field.fill(second.slice(0, -1));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Koodissa on virhe.')).toBeVisible();
    await field.fill(second.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await expect(page.getByText(`${second} on merkitty tulleeksi klo`).first()).toBeVisible();
    await expect(field).toHaveValue('');
    // shown again it is one arrival, and nothing on the tablet opens what they told
    await field.fill(second);
    await page.keyboard.press('Enter');
    await expect(page.getByText(`${second} merkittiin tällä laitteella jo klo`).first()).toBeVisible();
    await expect(page.getByText('on merkitty 2 ilmoittautumista')).toBeVisible();

    await context.setOffline(false);
    await sendAll(page, torilla.url);
    expect(await rowsOf(torilla.ownerUrl(), 'select name, state from registration order by name')).toEqual([
      { name: 'Aino', state: 'CHECKED_IN' },
      { name: 'Eino', state: 'CHECKED_IN' },
    ]);
    expect(await rowsOf(torilla.ownerUrl(), `select attended from event where title ->> 'fi' = '${TITLE}'`)).toEqual([{ attended: 3 }]);
  } finally {
    await browser.close();
  }
});
