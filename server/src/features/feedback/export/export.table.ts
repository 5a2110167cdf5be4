import { pick, type Locale } from '@torilla/schema/kernel/locale';
import type { Context } from '../../../kernel/context.ts';
import type { LocalizedText } from '../../../kernel/localized.ts';
import { rowsThrough } from '../../../kernel/rows.ts';
import type { Cell, WrittenTable } from '../../../kernel/table/table.ts';
import type { FeedbackFilter } from '../feedback.filter.ts';
import { exported, type ExportRow } from './export.statement.ts';
import words from './words.json' with { type: 'json' };

type Column = keyof (typeof words)['fi']['column'];
const CONTACT: ReadonlySet<Column> = new Set(['name', 'email', 'phone']);

/** Feedback as a table in somebody's language; nothing is read before its first row is asked for. */
export function tableOf(ctx: Context, filter: FeedbackFilter, opened: readonly string[] | null, language: Locale): WrittenTable {
  const said = words[language];
  const columns = (Object.keys(said.column) as Column[]).filter((column) => opened || !CONTACT.has(column));
  const cellsOf = cellsIn(language);
  async function* rows(): AsyncGenerator<Cell[][]> {
    for await (const batch of rowsThrough<ExportRow>(ctx, exported(ctx, filter, opened)))
      yield batch.map((row) => {
        const cells = cellsOf(row);
        return columns.map((column) => cells[column]);
      });
  }
  return { name: said.sheet, head: columns.map((column) => said.column[column]), rows: rows(), end: said.end };
}

function cellsIn(language: Locale): (row: ExportRow) => Record<Column, Cell> {
  const said = words[language];
  const text = (localized: LocalizedText | null) => localized && pick(localized, language);
  const of = (list: Record<string, string>, key: string | null) => key && (list[key] ?? key);
  return ({ number, measure, topics, hidden, ...row }) => ({
    ...row,
    event: text(row.event),
    channel: of(said.channel, row.channel),
    mood: of(said.mood, row.mood),
    topics: topics?.map((name) => pick(name, language)).join(', ') ?? null,
    words: hidden ? said.hidden : row.words,
    measure: measure && `${number} ${text(measure)}`,
    unit: text(row.unit),
    district: text(row.district),
    state: of(said.state, row.state),
    priority: of(said.priority, row.priority),
  });
}
