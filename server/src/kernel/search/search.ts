import { locales } from '@torilla/schema/kernel/locale';
import type { Context } from '../context.ts';
import { Problem, problemOf } from '../problem.ts';
import { pageSize } from '../read/limits.ts';
import { ask } from '../read/seen.ts';
import { paramsOf } from '../read/visible.ts';
import type { LocalizedText } from '../localized.ts';
import { cursorOf, type Standing } from './cursor.ts';
import { excerptOf, type Segment, segmentsOf } from './excerpt.ts';
import type { Findable, Place } from './findable.ts';
import { MOST, statementOf } from './statement.ts';
import { wordsOf } from './words.ts';

/** What somebody looks for. */
export interface Asked {
  text: string;
  /** Of these kinds alone. */
  kinds: readonly string[] | null;
  /** The language in which it is told, where there is a choice. */
  language: string;
  first?: number | null;
  after?: string | null;
}

/** Something that was found. */
export interface Hit {
  kind: string;
  id: string;
  title: Segment[];
  excerpt: Segment[];
  language: string;
  at: string | null;
  rank: number;
  near: boolean;
  path: string | null;
  staffPath: string | null;
}

/** What was found of a kind. */
export interface Group {
  kind: string;
  name: LocalizedText;
  count: number;
  more: boolean;
  best: Hit[];
}

/** What was found: the page, and each kind with its best. */
export interface Found {
  nodes: Hit[];
  edges: { cursor: string; node: Hit }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
  groups: Group[];
}

/** Where something stands, and when it was. */
interface Row extends Standing {
  instant: string | null;
  near: boolean;
}

type Texts = Readonly<Record<string, string | null>> | null;

interface Told extends Place {
  kind: string;
  title: Texts;
  words: Texts;
  language: string | null;
  titleMarked: string | null;
  wordsMarked: string | null;
}

interface Answer {
  groups: { kind: string; count: number }[] | null;
  page: Row[] | null;
  best: Row[] | null;
  told: Told[] | null;
}

/**
 * Finds by words, in one statement for all kinds, what the actor sees of what the nouns give to search.
 * @throws Problem `unknown-cursor`; `bad-input` for a kind that there is not
 */
export async function search(ctx: Context, { text, kinds, language, first, after }: Asked): Promise<Found> {
  const finds = kinds ? [...new Set(kinds)].map((kind) => findOf(ctx, kind)) : ctx.services.finds;
  const words = wordsOf(text);
  const size = pageSize(first);
  const sought = { text, words, languages: [...new Set([language, ...locales])], first: size, after: after ?? null };
  if (!words.length || !finds.length) return answerOf(ctx, [], { groups: null, page: null, best: null, told: null }, words, language, size);
  const statement = statementOf(finds, sought, { metadata: ctx.em.getMetadata(), actor: paramsOf(ctx.actor) });
  try {
    const [row] = await ask<{ j: string }>(ctx, statement);
    return answerOf(ctx, finds, JSON.parse(row!.j) as Answer, words, language, size);
  } catch (error) {
    throw problemOf(error) ?? error;
  }
}

function findOf({ services }: Context, kind: string): Findable {
  const find = services.finds.find((one) => one.kind === kind);
  if (!find) throw new Problem('bad-input', { fields: ['kinds: invalid_value'] });
  return find;
}

function answerOf(
  ctx: Context,
  finds: readonly Findable[],
  { groups, page, best, told }: Answer,
  words: readonly string[],
  language: string,
  size: number,
): Found {
  const byPlace = new Map(told?.map((one) => [`${one.kind} ${one.id}`, one]));
  // what went in the same moment has nothing to tell
  const hitOf = (at: Row): Hit[] => {
    const one = byPlace.get(`${at.kind} ${at.id}`);
    return one
      ? [
          tell(
            ctx,
            finds.find((find) => find.kind === at.kind)!,
            at,
            one,
            words,
            language,
          ),
        ]
      : [];
  };
  const shown = (page ?? []).slice(0, size).flatMap((at) => hitOf(at).map((node) => ({ cursor: cursorOf(at), node })));
  const count = new Map(groups?.map((group) => [group.kind, group.count]));
  return {
    nodes: shown.map(({ node }) => node),
    edges: shown,
    pageInfo: { hasNextPage: (page ?? []).length > size, endCursor: shown.at(-1)?.cursor ?? null },
    totalCount: [...count.values()].reduce((sum, one) => sum + Math.min(one, MOST), 0),
    groups: finds.flatMap(({ kind, name }) => {
      const those = count.get(kind) ?? 0;
      return those
        ? [{ kind, name, count: Math.min(those, MOST), more: those > MOST, best: (best ?? []).filter((at) => at.kind === kind).flatMap(hitOf) }]
        : [];
    }),
  };
}

function tell({ actor }: Context, find: Findable, at: Row, told: Told, words: readonly string[], preferred: string): Hit {
  // where nothing is marked, the reader's language goes first, and Finnish is always there
  const language =
    told.language ?? [preferred, ...locales, ...Object.keys(told.words ?? told.title ?? {})].find((one) => (told.title ?? told.words)?.[one]) ?? 'fi';
  const segments = (texts: Texts, marked: string | null): Segment[] => (texts?.[language] ? segmentsOf(texts[language], marked, words) : []);
  return {
    kind: at.kind,
    id: at.id,
    title: segments(told.title, told.titleMarked),
    excerpt: excerptOf(segments(told.words, told.wordsMarked)),
    language,
    at: at.instant,
    rank: Number(at.rank),
    near: at.near,
    path: find.path?.(told, actor) ?? null,
    staffPath: actor.kind === 'staff' ? (find.staffPath?.(told) ?? null) : null,
  };
}
