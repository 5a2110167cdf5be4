import { problemCodes } from '@torilla/schema/kernel/problem';
import { locales } from '@torilla/schema/kernel/locale';
import { describe, expect, test } from 'vitest';
import en from '../app/messages/en.ts';
import fi from '../app/messages/pages/fi.ts';
import first from '../app/messages/fi.ts';
import sv from '../app/messages/sv.ts';

type Words = string | { [key: string]: Words };
const files = import.meta.glob<Words>('/src/**/locales/**/*.json', { eager: true, import: 'default' });
const sources = import.meta.glob<string>(['/src/**/*.{ts,vue}', '!/src/gql/**', '!/src/**/*.test.ts'], { eager: true, import: 'default', query: '?raw' });

function* keysOf(words: Words, prefix: string): Generator<[string, string]> {
  if (typeof words === 'string') yield [prefix, words];
  else for (const [key, inner] of Object.entries(words)) yield* keysOf(inner, `${prefix}.${key}`);
}
const placesIn = (words: string) =>
  [...words.matchAll(/\{(\w+)\}/g)]
    .map((m) => m[1])
    .sort()
    .join(' ');

/** Every key with its words, in one language; or those of the files that end like that. */
function wordsIn(ending: string): Map<string, string> {
  return new Map(
    Object.entries(files)
      .filter(([path]) => path.endsWith(`/${ending}.json`))
      .flatMap(([path, words]) => [...keysOf(words, /([^/]+)\/locales\//.exec(path)![1]!)]),
  );
}
const finnish = wordsIn('fi');

/** What the app has for residents, as it is put together, beside the files of which it is made. */
const residents = { fi: [first, fi], sv: [sv], en: [en] };

describe.each(locales)('the words in %s', (locale) => {
  const words = wordsIn(locale);
  test('say everything that the Finnish ones say, and no more', () => expect([...words.keys()].sort()).toEqual([...finnish.keys()].sort()));
  test('are never empty', () => expect([...words].filter(([, text]) => !text.trim())).toEqual([]));
  test('have the same places for names and numbers', () => {
    expect([...words].filter(([key, text]) => finnish.has(key) && placesIn(text) !== placesIn(finnish.get(key)!))).toEqual([]);
  });
  test('are all there when the files of a noun are put together', () => {
    const there = new Set(
      residents[locale].flatMap((messages) => Object.entries(messages)).flatMap(([noun, said]) => [...keysOf(said as Words, noun)].map(([key]) => key)),
    );
    const wanted = Object.entries(files).filter(([path]) => path.endsWith(`/locales/${locale}.json`) || path.endsWith(`/locales/first/${locale}.json`));
    const lost = wanted.flatMap(([path, said]) => [...keysOf(said, /([^/]+)\/locales\//.exec(path)![1]!)].map(([key]) => key)).filter((key) => !there.has(key));
    expect(lost).toEqual([]);
  });
  test('have a sentence for every problem', () => {
    expect([...problemCodes, 'offline'].filter((code) => !words.has(`kernel.problem.${code}`))).toEqual([]);
  });
});

/** The keys that files name and that have no words among these. */
const missingIn = (words: Map<string, string>, paths: Iterable<string>) =>
  [...paths].flatMap((path) => {
    const source = sources[path]!;
    const named = [...source.matchAll(/\b(?:t|say)\(\s*'([\w.-]+)'/g), ...source.matchAll(/\b(?:label|short): '([\w-]+(?:\.[\w-]+)+)'/g)].map((m) => m[1]!);
    // a key that is put together must have words below its fixed part
    const begun = [...source.matchAll(/\bt\(\s*`([\w.-]+\.)\$\{/g)].map((m) => m[1]!);
    return [...named.filter((key) => !words.has(key)), ...begun.filter((start) => ![...words.keys()].some((key) => key.startsWith(start)))].map(
      (key) => `${path}: ${key}`,
    );
  });

test('every key that the code names has words', () => expect(missingIn(finnish, Object.keys(sources))).toEqual([]));

test('what comes with the first load finds its words in it', () => {
  const reached = new Set(['/src/main.ts']);
  for (const path of reached) {
    for (const [, named] of sources[path]!.matchAll(/^import (?!type )[^;]*?'(\.[^']+)';$/gm)) {
      const file = new URL(named!, `file://${path}`).pathname;
      if (file in sources) reached.add(file);
    }
  }
  expect(reached).toContain('/src/app/home/HomePage.vue');
  expect(missingIn(wordsIn('first/fi'), reached)).toEqual([]);
});
