import { beforeEach, expect, test } from 'vitest';
import { fieldDb } from '../../platform/devices/fieldStore.ts';
import { createField, fieldKey } from '../../platform/devices/useField.ts';
import { aTabletAtTheSquare, onAPage } from './testing/page.ts';
import { aPack } from './testing/pack.ts';
import { useTally } from './useTally.ts';

const question = aPack.pack.tallyQuestions[0]!;
beforeEach(() => fieldDb.run((db) => db.clear('days')));

async function atTheSquare() {
  const { tab, arrived } = await aTabletAtTheSquare();
  const field = createField(() => Promise.resolve(null));
  await field.goTo(aPack);
  const { result } = onAPage(tab, useTally, (app) => app.provide(fieldKey, field));
  return { ...result, field, arrived };
}

test('one tap is one capture, counted on this tablet', async () => {
  const { tap, countOf, arrived } = await atTheSquare();
  await tap(question, 'yes');
  await tap(question, 'yes');
  await tap(question, 'no');
  expect([countOf(question.id, 'yes'), countOf(question.id, 'no')]).toEqual([2, 1]);
  expect((await arrived()).map(({ operation, input }) => [operation, input['option']])).toEqual([
    ['tally.tap', 'yes'],
    ['tally.tap', 'yes'],
    ['tally.tap', 'no'],
  ]);
});

test('undo takes back the last tap, then the one before, and names the whole tap', async () => {
  const { tap, undo, countOf, lastTap, arrived } = await atTheSquare();
  await tap(question, 'yes');
  await tap(question, 'no');
  await undo();
  expect([countOf(question.id, 'yes'), countOf(question.id, 'no')]).toEqual([1, 0]);
  await undo();
  expect(lastTap.value).toBeNull();
  await undo();
  const captured = await arrived();
  const taps = captured.filter(({ operation }) => operation === 'tally.tap');
  expect(captured.filter(({ operation }) => operation === 'tally.undo').map(({ input }) => input)).toEqual([
    { tapId: taps[1]?.id, questionId: question.id, option: 'no' },
    { tapId: taps[0]?.id, questionId: question.id, option: 'yes' },
  ]);
});

test('a tap that the device could not save is not counted', async () => {
  const { aTablet, network } = await aTabletAtTheSquare();
  network.now = () => Promise.reject(new TypeError('offline'));
  const field = createField(() => Promise.resolve(null));
  await field.goTo(aPack);
  const {
    result: { tap, countOf, problem },
  } = onAPage(aTablet().openBare(), useTally, (app) => app.provide(fieldKey, field));
  await tap(question, 'yes');
  expect(problem.value).toBe('no-city-key');
  expect(countOf(question.id, 'yes')).toBe(0);
});
