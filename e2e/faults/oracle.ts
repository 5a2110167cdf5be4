// The judge, who looks at the city from outside: in the database, over the API, and at the completeness that it claims.
import { rowsOf } from '../../server/tools/postgres.ts';
import type { Torilla } from '../torilla.ts';
import { EVENT } from './field.ts';
import type { Said } from './ledger.ts';

/** What the city had before. */
export interface Before {
  ids: ReadonlySet<string>;
}

interface Row {
  id: string;
  words: string;
  receipt: string;
}

interface FeedbackPage {
  feedbackPage: { nodes: Pick<Row, 'id' | 'words'>[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

const feedbackOf = (torilla: Torilla): Promise<Row[]> => rowsOf<Row>(torilla.ownerUrl(), 'select id, words, receipt from feedback');

/** Notes what is there before anybody says anything. */
export const lookBefore = async (torilla: Torilla): Promise<Before> => ({ ids: new Set((await feedbackOf(torilla)).map(({ id }) => id)) });

/**
 * What is wrong, each as a sentence with the item's own words; nothing when all is well. Where the life of a tablet's database `ended`, it could
 * not tell of its last numbers: then what was said is judged, and they are not.
 */
export async function judge(torilla: Torilla, said: readonly Said[], before: Before, { ended = false } = {}): Promise<string[]> {
  const rows = (await feedbackOf(torilla)).filter(({ id }) => !before.ids.has(id));
  return [...judgeWords(said, rows), ...(await judgeApi(torilla, rows)), ...(ended ? [] : await judgeNumbers(torilla))];
}

function judgeWords(said: readonly Said[], rows: readonly Row[]): string[] {
  const byWords = new Map<string, Row[]>();
  for (const row of rows) byWords.set(row.words, [...(byWords.get(row.words) ?? []), row]);
  const problems: string[] = [];
  for (const { wordings, saved, receipt } of said) {
    const found = wordings.flatMap((words, i) => (byWords.get(words) ?? []).map((row) => ({ ...row, i })));
    for (const words of wordings) byWords.delete(words);
    const name = `"${wordings.at(-1)!.slice(0, 40)}"`;
    if (!found.length && saved >= 0) problems.push(`LOST ${name}: the app said that it was saved (${receipt})`);
    if (found.length > 1) problems.push(`DOUBLED ${name}: there ${found.length} times (${found.map(({ id }) => id).join(', ')})`);
    if (found.length === 1 && found[0]!.i < saved) problems.push(`LOST ${name}: an older wording is in effect`);
    if (found.length === 1 && receipt && found[0]!.receipt !== receipt)
      problems.push(`WRONG RECEIPT of ${name}: shown ${receipt}, stored ${found[0]!.receipt}`);
  }
  for (const [words, [row]] of byWords) problems.push(`UNSAID ${row!.id} "${words.slice(0, 40)} … ${words.slice(-40)}": nobody said this`);
  return problems;
}

// staff must see over the API what the table holds
async function judgeApi(torilla: Torilla, rows: readonly Row[]): Promise<string[]> {
  const cookie = await torilla.signIn('antti@torilla.example');
  const seen = new Map<string, string>();
  for (let after: string | null = null; ;) {
    const { feedbackPage }: FeedbackPage = await torilla.ask<FeedbackPage>(
      'query ($after: String) { feedbackPage(first: 100, after: $after) { nodes { id words } pageInfo { hasNextPage endCursor } } }',
      { after },
      cookie,
    );
    for (const { id, words } of feedbackPage.nodes) seen.set(id, words);
    if (!feedbackPage.pageInfo.hasNextPage) break;
    after = feedbackPage.pageInfo.endCursor;
  }
  const { events } = await torilla.ask<{ events: { nodes: { id: string; title: { fi: string } }[] } }>('{ events(first: 100) { nodes { id title { fi } } } }');
  const eventId = events.nodes.find(({ title }) => title.fi === EVENT)!.id;
  const { completeness } = await torilla.ask<{ completeness: { deviceName: string; made: number; received: number; held: number; missing: unknown[] }[] }>(
    'query ($eventId: ID!) { completeness(eventId: $eventId) { deviceName made received held missing { from to } } }',
    { eventId },
    cookie,
  );
  return [
    ...rows.filter(({ id, words }) => seen.get(id) !== words).map(({ id }) => `UNSEEN ${id}: not on the pages of the API`),
    ...completeness.filter((c) => c.missing.length || c.held || c.made !== c.received).map((c) => `INCOMPLETE ${c.deviceName}: ${JSON.stringify(c)}`),
    ...(completeness.length || !rows.length ? [] : ['INCOMPLETE: the event knows of no device']),
  ];
}

// each device's numbers run from 1 without a gap, and no number was given twice
async function judgeNumbers(torilla: Torilla): Promise<string[]> {
  const epochs = await rowsOf<{ device: string; n: number; numbers: number; last: number; made: number; through: number }>(
    torilla.ownerUrl(),
    `
    select e.device_id::text as device, count(i)::int as n, count(distinct sequence)::int as numbers, coalesce(max(sequence), 0)::int as last, e.made, e.received_through as through
    from device_epoch e left join inbox_item i on i.device_id = e.device_id and i.device_epoch = e.epoch group by e.epoch`,
  );
  const odd = await rowsOf<{ what: string }>(
    torilla.ownerUrl(),
    `
    select 'HELD ' || capture_id || ': ' || coalesce(reason, '') as what from inbox_item where state = 'HELD'
    union all select 'CONFLICT ' || capture_id from inbox_conflict`,
  );
  const gaps = epochs.filter((e) => e.n !== e.numbers || e.n !== e.last || e.n !== e.made || e.n !== e.through);
  return [...gaps.map((e) => `GAP in the numbers of ${e.device}: ${JSON.stringify(e)}`), ...odd.map(({ what }) => what)];
}
