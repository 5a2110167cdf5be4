import { expect, test } from 'vitest';
import { h } from 'vue';
import { mount, settled } from '../../testing/mount.ts';
import AppButton from './AppButton.vue';
import AppField from './AppField.vue';
import AppInput from './AppInput.vue';
import DateInput from './DateInput.vue';
import LocalText from './LocalText.vue';
import ProblemNote from './ProblemNote.vue';

test('a field names its control and tells what is wrong with it', async () => {
  const page = await mount({
    render: () => h(AppField, { label: 'Nimi', hint: 'Kuten haluat', error: 'Puuttuu' }, { default: ({ field }: { field: object }) => h(AppInput, field) }),
  });
  const input = page.querySelector('input')!;
  expect(page.querySelector('label')!.htmlFor).toBe(input.id);
  const told = input
    .getAttribute('aria-describedby')!
    .split(' ')
    .map((id) => document.getElementById(id)!.textContent);
  expect(told).toEqual(['Kuten haluat', 'Puuttuu']);
  expect(input.getAttribute('aria-invalid')).toBe('true');
});

test('a busy button cannot be pressed twice', async () => {
  let pressed = 0;
  const page = await mount({ render: () => h(AppButton, { busy: true, onPress: () => pressed++ }, () => 'Lähetä') });
  page.querySelector('button')!.click();
  expect(pressed).toBe(0);
});

test('a button that leads somewhere is a link', async () => {
  const page = await mount({ render: () => h(AppButton, { to: '/suunnitelma' }, () => 'Suunnitelma') });
  expect(page.querySelector('a')!.getAttribute('href')).toBe('/suunnitelma');
});

test('a date is given as ISO while it is typed, and an impossible one is told on leaving', async () => {
  const given: unknown[] = [];
  const wrong: unknown[] = [];
  const page = await mount(DateInput, { 'onUpdate:modelValue': (iso: unknown) => given.push(iso), 'onUpdate:wrong': (is: unknown) => wrong.push(is) });
  const input = page.querySelector('input')!;
  input.value = '20.5.2027';
  input.dispatchEvent(new Event('input'));
  await settled();
  expect(given.at(-1)).toBe('2027-05-20');
  input.value = '31.2.2027';
  input.dispatchEvent(new Event('input'));
  expect(wrong.at(-1)).toBeFalsy();
  input.dispatchEvent(new Event('blur'));
  await settled();
  expect(wrong.at(-1)).toBe(true);
});

test('a text that is not translated is shown in the language that it has, and says so', async () => {
  const page = await mount(LocalText, { text: { fi: 'Kaupungintalo', sv: null } }, { locale: 'sv' });
  expect(page.querySelector('[lang=fi]')!.textContent).toBe('Kaupungintalo');
  expect(page.querySelector('small')!.textContent).toBe('på finska');
});

test('a problem has its sentence and the way to try again', async () => {
  let tried = 0;
  const page = await mount(ProblemNote, { problem: { code: 'unavailable', facts: {} }, retry: () => tried++ });
  expect(page.querySelector('[role=alert]')!.textContent).toContain('Palvelu ei juuri nyt vastaa');
  page.querySelector('button')!.click();
  expect(tried).toBe(1);
});

test.each([
  ['fi', 400, 'Voit yrittää uudelleen 1 sekunnin päästä.'],
  ['sv', 12_001, 'Du kan försöka igen om 13 sekunder.'],
  ['en', 120_000, 'You can try again in 2 minutes.'],
] as const)('who was too quick is told in %s when to come again', async (locale, retryAfterMs, sentence) => {
  const page = await mount(ProblemNote, { problem: { code: 'too-many-requests', facts: { retryAfterMs } } }, { locale });
  expect(page.textContent).toContain(sentence);
});
