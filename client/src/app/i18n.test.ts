import { createApp, h } from 'vue';
import { expect, onTestFinished, test } from 'vitest';
import { useLocale, type LocaleChoice } from '../kernel/useLocale.ts';
import { createWords } from './i18n.ts';

/** An app that has its words, and the choice of language as its components have it. */
function anApp() {
  let choice: LocaleChoice;
  const app = createApp(() => ((choice = useLocale()), h('p')));
  const words = createWords(app);
  app.mount(document.createElement('div'));
  onTestFinished(() => {
    app.unmount();
    localStorage.clear();
  });
  return { words, choice: choice! };
}

test('the language that was kept is spoken again', async () => {
  localStorage.setItem('torilla.locale', 'sv');
  const { words, choice } = anApp();
  await words.recall();
  expect(choice.locale.value).toBe('sv');
});

test('a language that is chosen while another is still fetched is not overtaken by it', async () => {
  localStorage.setItem('torilla.locale', 'en');
  const { words, choice } = anApp();
  const recalled = words.recall();
  await choice.setLocale('fi');
  await recalled;
  expect(choice.locale.value).toBe('fi');
  expect(document.documentElement.lang).toBe('fi');
  expect(localStorage.getItem('torilla.locale')).toBe('fi');
});
