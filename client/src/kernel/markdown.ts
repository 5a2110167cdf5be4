/** A run of words: as they are, strong, or leading somewhere. */
export type Inline = { kind: 'text'; text: string } | { kind: 'strong'; text: string } | { kind: 'link'; text: string; href: string };
/** A heading of the first or second rank, a paragraph, or a list. */
export type Block = { kind: 'heading'; rank: 0 | 1; words: Inline[] } | { kind: 'paragraph'; words: Inline[] } | { kind: 'list'; items: Inline[][] };

const RUNS = /\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^()\s]+)\)/g;
const LEADS = /^(https:\/\/|mailto:|tel:|\/(?![/\\]))/i;
/** Whether what somebody wrote may lead there: to the web, mail, the phone, or our own pages. Anything else stays the words that it is. */
export const mayLead = (href: string): boolean => LEADS.test(href);

function inline(text: string): Inline[] {
  const runs: Inline[] = [];
  let from = 0;
  const plain = (to: number) => {
    if (to > from) runs.push({ kind: 'text', text: text.slice(from, to) });
  };
  for (const run of text.matchAll(RUNS)) {
    const [whole, strong, label, href] = run;
    if (href !== undefined && !mayLead(href)) continue;
    plain(run.index);
    runs.push(strong === undefined ? { kind: 'link', text: label!, href: href! } : { kind: 'strong', text: strong });
    from = run.index + whole.length;
  }
  plain(text.length);
  return runs;
}

/**
 * Reads the small part of Markdown in which the city writes: headings (##, ###), paragraphs, lists (-), **strong** words and
 * [links](https://…). There is no HTML in it: what looks like some is words.
 */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length) blocks.push({ kind: 'paragraph', words: inline(open.join(' ')) });
    open = [];
  };
  for (const line of text.split('\n').map((one) => one.trim())) {
    const [, ranks, heading] = /^(###?)\s+(.+)$/.exec(line) ?? [];
    const item = /^-\s+(.+)$/.exec(line)?.[1];
    if (heading === undefined && item === undefined && line) {
      open.push(line);
      continue;
    }
    close();
    const last = blocks.at(-1);
    if (heading !== undefined) blocks.push({ kind: 'heading', rank: ranks === '##' ? 0 : 1, words: inline(heading) });
    else if (item === undefined) continue;
    else if (last?.kind === 'list') last.items.push(inline(item));
    else blocks.push({ kind: 'list', items: [inline(item)] });
  }
  close();
  return blocks;
}
