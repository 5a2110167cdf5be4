import { expect, test } from '@playwright/test';
import axe from 'axe-core';
import { axeIsSilent } from './axe.ts';
import { pad, prepareTablet, typePin } from './faults/field.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

test.use({ serviceWorkers: 'allow' });
let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

test("in residents' hands, and in the windows about PINs and tablets: axe is silent", async ({ page, browser }) => {
  await page.addInitScript(axe.source);
  await prepareTablet(torilla, page, torilla.url);
  await page.goto(`${torilla.url}/kentta/asukas`);
  await expect(pad(page)).toBeVisible();
  await axeIsSilent(page, 'setting a PIN');
  for (let times = 0; times < 2; times++) await typePin(page, '3690');
  await expect(page.getByRole('textbox', { name: 'Mitä haluat sanoa?' })).toBeVisible();
  await axeIsSilent(page, "a resident's form");
  await page.getByRole('button', { name: 'Palauta työntekijälle' }).click();
  await expect(pad(page)).toBeVisible();
  await axeIsSilent(page, 'the way back');

  const context = await browser.newContext({ serviceWorkers: 'block' });
  const desk = await context.newPage();
  await desk.addInitScript(axe.source);
  await signIn(desk, torilla, 'hallinta@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/laitteet`);
  await desk
    .getByRole('button', { name: /^Hallitse/ })
    .first()
    .click();
  const dialog = desk.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await axeIsSilent(desk, 'a tablet');
  await dialog.getByRole('button', { name: 'Poista käytöstä' }).click();
  await expect(dialog.getByText(/viimeksi yhteydessä/)).toBeVisible();
  await axeIsSilent(desk, 'retiring it');
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: 'Ota tabletti käyttöön' }).first().click();
  await dialog.getByRole('button', { name: 'Tee koodi' }).click();
  await expect(dialog.getByText('Kirjoita nimi')).toBeVisible();
  await axeIsSilent(desk, 'a new tablet');
  await context.close();
});
