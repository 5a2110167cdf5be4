import { expect, test } from 'vitest';
import { locales } from '@torilla/schema/kernel/locale';
import { MAX_NOTICE_TEXT, noticePurposes } from '@torilla/schema/notices/notices';
import { aCity } from '../../testing/city.ts';
import { notices } from './hamina/notices.ts';

const city = await aCity();
const PUBLISH =
  'mutation ($input: PublishNoticeInput!) { publishNotice(input: $input) { version title { fi sv } text { fi } versions { version publishedBy { displayName } title { fi } } } }';
const input = (more: object = {}) => ({ purpose: 'FEEDBACK', title: { fi: 'Uusi seloste' }, text: { fi: '## Uusi\n\nTeksti' }, basedOn: 1, ...more });

test('a fresh city has a notice for each purpose, in three languages', async () => {
  const { data } = await city.ask('{ notices { purpose version title { fi sv en } text { fi sv en } publishedAt } }');
  expect(data!.notices.map(({ purpose }: { purpose: string }) => purpose)).toEqual(noticePurposes);
  for (const { title, text, version } of data!.notices) {
    expect(version).toBe(1);
    for (const locale of locales) expect([title[locale].length > 10, text[locale].length > 400]).toEqual([true, true]);
  }
});

test('what Hamina begins with has the same headings, lists and links in each language', () => {
  const shape = (text: string) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => `${/^(##|-)?/.exec(line)![0]}${'@'.repeat(line.split('](').length - 1)}${'*'.repeat(line.split('**').length - 1)}`);
  for (const { text } of notices) for (const locale of ['sv', 'en'] as const) expect(shape(text[locale] ?? '')).toEqual(shape(text.fi));
});

test('an administrator publishes a new version; the old ones stay as they were', async () => {
  const { data, codes } = await (await city.as('hallinta'))(PUBLISH, { input: input() });
  expect(codes).toEqual([]);
  expect(data!.publishNotice).toEqual({
    version: 2,
    title: { fi: 'Uusi seloste', sv: null },
    text: { fi: '## Uusi\n\nTeksti' },
    versions: [
      { version: 2, publishedBy: { displayName: 'Hanna P.' }, title: { fi: 'Uusi seloste' } },
      { version: 1, publishedBy: null, title: { fi: 'Palautteen tietosuojaseloste' } },
    ],
  });
  // people read the newest, and only that
  const { data: read } = await city.ask('{ notice(purpose: FEEDBACK) { title { fi } versions { version } } }');
  expect(read!.notice).toEqual({ title: { fi: 'Uusi seloste' }, versions: [] });
});

test('what is published twice is published once, and what somebody else changed meanwhile is not written over', async () => {
  const ask = await city.as('hallinta');
  await ask(PUBLISH, { input: input() });
  expect((await ask(PUBLISH, { input: input() })).data!.publishNotice.version).toBe(2);
  expect((await ask(PUBLISH, { input: input({ title: { fi: 'Toinen' } }) })).codes).toEqual(['newer-revision']);
  expect((await ask(PUBLISH, { input: input({ title: { fi: 'Toinen' }, basedOn: 2 }) })).data!.publishNotice.version).toBe(3);
  expect((await ask(PUBLISH, { input: input({ basedOn: 7 }) })).codes).toEqual(['newer-revision']);
});

test('an empty or endless notice, and anybody but an administrator, is refused', async () => {
  expect((await (await city.as('antti'))(PUBLISH, { input: input() })).codes).toEqual(['forbidden']);
  expect((await city.ask(PUBLISH, { input: input() })).codes).toEqual(['unauthenticated']);
  const ask = await city.as('hallinta');
  for (const more of [
    { title: { fi: '' } },
    { text: { fi: 'x'.repeat(MAX_NOTICE_TEXT + 1) } },
    { text: { fi: 'x', sv: 'x'.repeat(MAX_NOTICE_TEXT + 1) } },
    { basedOn: -1 },
  ])
    expect((await ask(PUBLISH, { input: input(more) })).codes, JSON.stringify(more).slice(0, 40)).toEqual(['bad-input']);
});
