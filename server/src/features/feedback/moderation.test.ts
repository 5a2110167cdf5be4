import { expect, test } from 'vitest';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';

const city = await aCity();
const MASK = 'mutation ($input: MaskFeedbackInput!) { maskFeedback(input: $input) { words maskedWhy } }';
const HIDE = 'mutation ($input: HideFeedbackInput!) { hideFeedback(input: $input) { words hiddenAt hiddenWhy } }';
const WORDS = 'Äitini 131052-308T odotti. Soita 040 123 4567, kysy 131052-308T.';

async function said(input: object = {}) {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal({ input: { words: WORDS, channel: 'TALKED', ...input } });
  await tablet.push(item);
  return { tablet, item, id: item.id, code: await receiptOf(item.id) };
}
const part = (kind: string, text: string, from = 0) => ({ kind, start: WORDS.indexOf(text, from), text });

test('what tells who somebody is is covered for good: no copy stays, and the resident is told why', async () => {
  const { tablet, item, id, code } = await said();
  const parts = [part('IDENTITY_NUMBER', '131052-308T'), part('PHONE', '040 123 4567'), part('IDENTITY_NUMBER', '131052-308T', 20)];
  const ask = await city.as('antti');
  const masked = await ask(MASK, { input: { id, parts, reason: 'Henkilötietoja, joita ei tarvita.' } });
  expect(masked.data!.maskFeedback).toEqual({
    words: 'Äitini [henkilötunnus peitetty] odotti. Soita [puhelinnumero peitetty], kysy [henkilötunnus peitetty].',
    maskedWhy: 'Henkilötietoja, joita ei tarvita.',
  });
  expect(await sql(city.em(), 'select sealed from inbox_item')).toEqual([{ sealed: '' }]);
  expect((await tablet.push(item)).results).toMatchObject([{ code: 'DUPLICATE' }]);
  const held = await city.ask('query ($code: String!) { receiptHeld(code: $code) { maskedWhy hiddenWhy } }', { code });
  expect(held.data!.receiptHeld).toEqual({ maskedWhy: 'Henkilötietoja, joita ei tarvita.', hiddenWhy: null });
  expect(JSON.stringify(await sql(city.em(), 'select * from audit_line'))).not.toContain('131052');
});

test('in the language in which it was said', async () => {
  const { id } = await said({ language: 'sv' });
  const ask = await city.as('antti');
  const { data } = await ask(MASK, { input: { id, parts: [part('OTHER', 'Äitini')], reason: 'Namn' } });
  expect(data!.maskFeedback.words).toMatch(/^\[dolt\] 131052/);
});

test('what stands there no longer, or twice, is refused and nothing is covered', async () => {
  const { id } = await said();
  const ask = await city.as('antti');
  for (const parts of [
    [{ kind: 'PHONE', start: 0, text: '040 123 4567' }],
    [part('OTHER', 'Äitini'), part('OTHER', 'itini')],
    [{ kind: 'OTHER', start: WORDS.length - 1, text: '. ja' }],
  ])
    expect((await ask(MASK, { input: { id, parts, reason: 'Syy' } })).codes).toEqual(['newer-revision']);
  for (const input of [
    { parts: [], reason: 'Syy' },
    { parts: [part('OTHER', 'Äitini')], reason: ' x ' },
  ])
    expect((await ask(MASK, { input: { id, ...input } })).codes).toEqual(['bad-input']);
  expect((await (await city.as('mirja'))(MASK, { input: { id, parts: [part('OTHER', 'Äitini')], reason: 'Syy' } })).codes).toEqual(['forbidden']);
  expect(await sql(city.em(), 'select words from feedback')).toEqual([{ words: WORDS }]);
});

test('hidden words stay, with a reason that the resident reads, and are shown again', async () => {
  const { id, code } = await said();
  const ask = await city.as('antti');
  const hidden = await ask(HIDE, { input: { id, reason: 'Loukkaavaa kieltä' } });
  expect(hidden.data!.hideFeedback).toEqual({ words: WORDS, hiddenAt: city.clock.now(), hiddenWhy: 'Loukkaavaa kieltä' });
  const held = await city.ask('query ($code: String!) { receiptHeld(code: $code) { hiddenWhy } }', { code });
  expect(held.data!.receiptHeld).toEqual({ hiddenWhy: 'Loukkaavaa kieltä' });
  const shown = await ask('mutation ($id: ID!) { showFeedback(id: $id) { hiddenAt hiddenWhy } }', { id });
  expect(shown.data!.showFeedback).toEqual({ hiddenAt: null, hiddenWhy: null });
});
