import { expect, test } from 'vitest';
import { aTabletAtTheSquare, onAPage } from './testing/page.ts';
import { useFeedbackCapture } from './useFeedbackCapture.ts';

const consent = { text: 'Yhteystietoja käytetään vain vastaamiseen.', deleteOn: '2027-11-14' };
const opened = (tab: Parameters<typeof onAPage>[0]) => {
  const { result, leave } = onAPage(tab, () =>
    useFeedbackCapture({ slot: 'field.feedback', begin: { channel: 'TALKED', language: 'fi' }, eventId: () => null, workerId: () => null }),
  );
  return { ...result, leave };
};
const autosaved = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 1000);
  });

test('what was typed is there again when the page was left, with its photos', async () => {
  const { tab } = await aTabletAtTheSquare();
  const before = opened(tab);
  await before.opening;
  Object.assign(before.form, { words: 'Penkkejä rantaraitille', topics: ['parks'], mood: 'HOPEFUL' });
  before.photos.taken.value = [{ type: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]).buffer }];
  await autosaved();
  before.leave();
  const after = opened(tab);
  await after.opening;
  expect(after.form).toMatchObject({ words: 'Penkkejä rantaraitille', topics: ['parks'], mood: 'HOPEFUL' });
  expect(new Uint8Array(after.photos.taken.value[0]!.bytes)).toEqual(new Uint8Array([1, 2, 3]));
  expect(after.id.value).toBe(before.id.value);
});

test('leaving the page saves what was typed a moment ago', async () => {
  const { tab } = await aTabletAtTheSquare();
  const before = opened(tab);
  await before.opening;
  before.form.words = 'Kesken jäi';
  await Promise.resolve();
  before.leave();
  await expect.poll(async () => (await tab.loadDraft('field.feedback')) !== null).toBe(true);
});

test('what could not be saved as it stood is kept as a draft, though it was typed a moment ago', async () => {
  const { tab } = await aTabletAtTheSquare();
  const page = opened(tab);
  await page.opening;
  Object.assign(page.form, { words: 'Vastatkaa minulle', wantsAnswer: true, name: 'Maija', email: 'maija' });
  page.photos.taken.value = [{ type: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]).buffer }];
  await Promise.resolve();
  expect(await page.save(consent)).toBeNull();
  expect(await tab.loadDraft('field.feedback')).toMatchObject({ id: page.id.value, form: { words: 'Vastatkaa minulle' } });
  expect(await tab.loadDraft('field.feedback/photos')).not.toBeNull();
});

test('an empty form is not saved, and says what it lacks; a wrong address is told beside it and goes when mended', async () => {
  const { tab, arrived } = await aTabletAtTheSquare();
  const page = opened(tab);
  await page.opening;
  expect(await page.save(consent)).toBeNull();
  expect(page.errors.value).toEqual({ words: 'feedback.error.empty' });
  Object.assign(page.form, { words: 'Vastatkaa minulle', wantsAnswer: true, name: 'Maija', email: 'maija' });
  expect(await page.save(consent)).toBeNull();
  expect(page.errors.value).toEqual({ email: 'feedback.error.email' });
  page.form.email = 'maija@example.fi';
  await expect.poll(() => page.errors.value).toEqual({});
  expect(await page.save(consent)).toMatchObject({ revision: 1 });
  const [words] = await arrived();
  expect(words?.input['contact']).toMatchObject({ name: 'Maija', email: 'maija@example.fi', consent: consent.text, deleteOn: consent.deleteOn });
});

test('saved, the form is empty for the next, the draft is gone, and the language stays', async () => {
  const { tab } = await aTabletAtTheSquare();
  const page = opened(tab);
  await page.opening;
  Object.assign(page.form, { words: 'Bänkar vid stranden', language: 'sv' });
  await autosaved();
  expect(await page.save(consent)).toMatchObject({ sequence: 1 });
  expect(page.form).toMatchObject({ words: '', language: 'sv' });
  await autosaved();
  expect(await tab.loadDraft('field.feedback')).toBeNull();
});

test('the last one, opened again, becomes its second revision', async () => {
  const { tab, arrived } = await aTabletAtTheSquare();
  const page = opened(tab);
  await page.opening;
  page.form.words = 'Valot pimenä';
  const first = await page.save(consent);
  expect(await page.correctLast()).toBe(true);
  expect(page.form.words).toBe('Valot pimenä');
  page.form.words = 'Valot pimeinä';
  const second = await page.save(consent);
  expect(second).toMatchObject({ id: first?.id, revision: 2, receipt: first?.receipt });
  expect((await arrived()).map(({ revision, input }) => [revision, input['words']])).toEqual([
    [1, 'Valot pimenä'],
    [2, 'Valot pimeinä'],
  ]);
});

test('the last one cannot be opened once the next was begun', async () => {
  const { tab } = await aTabletAtTheSquare();
  const page = opened(tab);
  await page.opening;
  page.form.words = 'Ensimmäinen';
  await page.save(consent);
  page.form.words = 'Toinen';
  await autosaved();
  expect(page.canCorrect.value).toBe(false);
  expect(await page.correctLast()).toBe(false);
  expect(page.form.words).toBe('Toinen');
});

test('a device that never heard of the city keeps the form and says so', async () => {
  const { aTablet, network } = await aTabletAtTheSquare();
  network.now = () => Promise.reject(new TypeError('offline'));
  const page = opened(aTablet().openBare());
  await page.opening;
  page.form.words = 'Ei vielä avainta';
  expect(await page.save(consent)).toBeNull();
  expect(page.problem.value).toBe('no-city-key');
  expect(page.form.words).toBe('Ei vielä avainta');
});

test('what a resident wrote on the tablet cannot be opened by the worker who takes it back', async () => {
  const { tab } = await aTabletAtTheSquare();
  const resident = opened(tab);
  await resident.opening;
  resident.form.words = 'Vain kaupungille';
  await resident.save(consent);
  await resident.forgetLast();
  resident.leave();
  const worker = opened(tab);
  await worker.opening;
  expect(worker.canCorrect.value).toBe(false);
  expect(await worker.correctLast()).toBe(false);
});
