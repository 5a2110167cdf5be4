import { expect, test } from '@playwright/test';
import axe from 'axe-core';
import { rowsOf } from '../server/tools/postgres.ts';
import { axeIsSilent } from './axe.ts';
import { aBallot, openVoting } from './rounds.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

let torilla: Torilla;
let roundId: string;
test.beforeAll(async () => {
  torilla = await startTorilla();
  ({ roundId } = await aBallot(torilla));
  await openVoting(torilla, roundId);
});
test.afterAll(() => torilla.stop());

const shown = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/;

test('a class votes by one code: an officer prints the teacher’s, the teacher begins, each pupil votes once, and the city has none of the codes', async ({
  page,
  browser,
}) => {
  await page.addInitScript(axe.source);
  await page.addInitScript(() => (window.print = () => undefined));
  await signIn(page, torilla, 'hallinta@torilla.example');
  await page.goto(`${torilla.url}/hallinta/budjetti/${roundId}/koodit`);
  await page.getByRole('button', { name: 'Koululuokalle' }).click();
  await page.getByRole('textbox', { name: 'Mikä luokka' }).fill('Pappilansalmen koulu, 5 B');
  await page.getByRole('textbox', { name: 'Kuinka monta oppilasta' }).fill('2');
  await page.getByRole('button', { name: 'Tee koodit' }).click();
  await expect(page.getByText('Luokan koodi on tehty.')).toBeVisible();
  await axeIsSilent(page, "a teacher's code to be printed");
  const teachers = shown.exec(await page.locator('main').innerText())![0];
  await page.getByRole('button', { name: 'Tulosta tai tallenna PDF' }).click();
  await page.getByRole('link', { name: 'Valmis' }).click();
  await expect(page.getByText('0 / 2 käytetty')).toBeVisible();

  const wall = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
  await wall.addInitScript(axe.source);
  await wall.goto(`${torilla.url}/budjetti/${roundId}/luokka`);
  await wall.getByRole('textbox', { name: 'Opettajan koodi' }).fill(teachers);
  await wall.keyboard.press('Enter');
  await expect(wall.getByText('Aloita vasta, kun kaikki ovat paikalla.')).toBeVisible();
  await wall.getByRole('button', { name: 'Aloita äänestys' }).click();
  await expect(wall.getByText('Aikaa on noin 20 minuuttia.')).toBeVisible();
  await axeIsSilent(wall, 'the code of a class on the wall');
  const pupils = shown.exec(await wall.locator('main').innerText())![0];
  expect(pupils).not.toBe(teachers);

  const pupil = async () => {
    const one = await (await browser.newContext({ locale: 'fi-FI', viewport: { width: 390, height: 844 } })).newPage();
    await one.goto(`${torilla.url}/budjetti/${roundId}/aanesta#${pupils.replaceAll('-', '')}`);
    return one;
  };
  const both = await Promise.all([pupil(), pupil()]);
  for (const [at, one] of both.entries()) {
    await one.getByRole('button', { name: new RegExp(`${at ? 'Valot pulkkamäkeen' : 'Marjapensaita puistoon'}$`) }).click();
    await one.getByRole('button', { name: 'Tarkista ääni' }).click();
  }
  // at once: each has a seat of their own all the same
  await Promise.all(both.map((one) => one.getByRole('dialog').getByRole('button', { name: 'Anna ääni' }).click()));
  for (const one of both) await expect(one.getByRole('heading', { name: 'Kiitos, olet äänestänyt' })).toBeVisible();
  await expect(both[0]!.getByRole('button', { name: 'Vaihda ääni' })).toHaveCount(0);
  await expect(wall.getByText('2 / 2')).toBeVisible();
  const late = await pupil();
  await expect(late.getByText('Luokan kaikki äänet on jo annettu.')).toBeVisible();
  await wall.getByRole('button', { name: 'Lopeta äänestys' }).click();
  await expect(wall.getByText('Luokan äänestys on päättynyt.')).toBeVisible();

  expect(await rowsOf(torilla.ownerUrl(), 'select channel, count(*)::int as n from budget_voter group by 1')).toEqual([{ channel: 'CLASS', n: 2 }]);
  expect(await rowsOf(torilla.ownerUrl(), 'select count(*)::int as n from budget_ballot')).toEqual([{ n: 2 }]);
  const [{ kept } = { kept: '' }] = await rowsOf<{ kept: string }>(
    torilla.ownerUrl(),
    'select json_agg(b)::text || json_agg(c)::text as kept from budget_code_batch b, budget_code c',
  );
  for (const code of [teachers, pupils]) expect(kept).not.toContain(code.replaceAll('-', ''));
  await page.reload();
  await expect(page.getByText('2 / 2 käytetty')).toBeVisible();
});
