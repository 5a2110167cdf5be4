import fc from 'fast-check';
import { h } from 'vue';
import { expect, test } from 'vitest';
import { mount } from '../testing/mount.ts';
import { parseMarkdown } from './markdown.ts';
import MarkdownText from './ui/MarkdownText.vue';

test('headings, paragraphs, lists, strong words and links', () => {
  expect(parseMarkdown('Alku **vain** näin.\njatkuu\n\n## Otsikko\n- yksi\n- [kaksi](https://a.fi/x)\n\n### Pieni\nLoppu')).toEqual([
    {
      kind: 'paragraph',
      words: [
        { kind: 'text', text: 'Alku ' },
        { kind: 'strong', text: 'vain' },
        { kind: 'text', text: ' näin. jatkuu' },
      ],
    },
    { kind: 'heading', rank: 0, words: [{ kind: 'text', text: 'Otsikko' }] },
    { kind: 'list', items: [[{ kind: 'text', text: 'yksi' }], [{ kind: 'link', text: 'kaksi', href: 'https://a.fi/x' }]] },
    { kind: 'heading', rank: 1, words: [{ kind: 'text', text: 'Pieni' }] },
    { kind: 'paragraph', words: [{ kind: 'text', text: 'Loppu' }] },
  ]);
});

test.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil.example', '/\\evil.example', 'vbscript:x', 'http://plain.example', 'x'])(
  'a link to %s stays words',
  (href) => {
    expect(parseMarkdown(`[tästä](${href})`)).toEqual([{ kind: 'paragraph', words: [{ kind: 'text', text: `[tästä](${href})` }] }]);
  },
);

test('HTML is words, on the page too; a page of our own is a way within the app', async () => {
  const page = await mount({
    render: () => h(MarkdownText, { text: '<img src=x onerror=alert(1)> **<script>**\n\n## <b>x</b>\n- [sivu](/tietosuoja) [a](javascript:alert(1))' }),
  });
  expect(page.querySelectorAll('img, script, b')).toHaveLength(0);
  expect(page.querySelector('strong')!.textContent).toBe('<script>');
  expect(page.querySelector('h2')!.textContent).toBe('<b>x</b>');
  expect([...page.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toEqual(['/tietosuoja']);
});

test('no word is lost, whatever is written', () => {
  const letters = (text: string) => text.replace(/[\s#*[\]()-]/g, '');
  const words = (text: string): string =>
    parseMarkdown(text)
      .flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.words))
      .map((run) => run.text + (run.kind === 'link' ? run.href : ''))
      .join('');
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('#', '##', ' ', '\n', '-', '*', '**', '[', ']', '(', ')', 'a', 'https://b', '<', 'ä')).map((parts) => parts.join('')),
      (text) => {
        expect(letters(words(text))).toBe(letters(text));
      },
    ),
  );
});
