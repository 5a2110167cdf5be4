import type { ScheduleFacts } from './state.ts';

/** A text in the city's languages as the API gives it. */
interface Words {
  fi?: string | null;
  sv?: string | null;
  en?: string | null;
}

/** An action as a version of the plan has it. */
export interface ActionVersion {
  key: string;
  text: Words;
  schedule: ScheduleFacts;
  responsible: readonly { key: string; name: Words }[];
}

/** A measure as a version of the plan has it. */
export interface MeasureVersion {
  key: string;
  number: number;
  title: Words;
  purpose: Words;
  actions: readonly ActionVersion[];
}

/** What became of something from one version to the next. */
export type Change = 'ADDED' | 'REMOVED' | 'CHANGED' | 'SAME';

interface Pair<T> {
  key: string;
  change: Change;
  before: T | null;
  after: T | null;
}

export interface ActionChange extends Pair<ActionVersion> {
  /** What of it is another than before. */
  fields: ('text' | 'schedule' | 'responsible')[];
}

export interface MeasureChange extends Pair<MeasureVersion> {
  /** What of its own words is another than before; its actions stand by themselves. */
  fields: ('number' | 'title' | 'purpose')[];
  actions: ActionChange[];
}

/**
 * What changed between two versions of the plan, measure by measure and action by action. They are the same by their keys, whatever they are called: in
 * the order of the newer version, with what it no longer has at the end.
 */
export function comparePlans(before: readonly MeasureVersion[], after: readonly MeasureVersion[]): MeasureChange[] {
  return pairs(before, after).map((pair) => {
    const actions = pairs(pair.before?.actions ?? [], pair.after?.actions ?? []).map((action): ActionChange => {
      const fields = differing(action, { text: wordsOf, schedule: scheduleOf, responsible: (of) => unitsOf(of) });
      return { ...action, fields, change: changeOf(action, fields.length > 0) };
    });
    const fields = differing(pair, { number: String, title: wordsOf, purpose: wordsOf });
    return { ...pair, fields, actions, change: changeOf(pair, fields.length > 0 || actions.some(({ change }) => change !== 'SAME')) };
  });
}

function pairs<T extends { key: string }>(before: readonly T[], after: readonly T[]): Omit<Pair<T>, 'change'>[] {
  const old = new Map(before.map((one) => [one.key, one]));
  const kept = new Set(after.map(({ key }) => key));
  return [
    ...after.map((one) => ({ key: one.key, before: old.get(one.key) ?? null, after: one })),
    ...before.filter(({ key }) => !kept.has(key)).map((one) => ({ key: one.key, before: one, after: null })),
  ];
}

/** The properties that are there on both sides and differ. */
function differing<T extends object, K extends keyof T>(
  { before, after }: { before: T | null; after: T | null },
  asText: { [P in K]: (value: T[P]) => string },
): K[] {
  if (!before || !after) return [];
  return (Object.keys(asText) as K[]).filter((property) => asText[property](before[property]) !== asText[property](after[property]));
}

function changeOf({ before, after }: { before: unknown; after: unknown }, differs: boolean): Change {
  if (!before) return 'ADDED';
  if (!after) return 'REMOVED';
  return differs ? 'CHANGED' : 'SAME';
}

const wordsOf = ({ fi, sv, en }: Words): string => JSON.stringify([fi ?? '', sv ?? '', en ?? '']);
const scheduleOf = ({ kind, due, season, every, first, year }: ScheduleFacts): string =>
  JSON.stringify([kind, due ?? null, season ?? null, every ?? null, first ?? null, year ?? null]);
// who answers is a set: the order in which they are named says nothing
const unitsOf = (units: ActionVersion['responsible']): string =>
  units
    .map(({ key }) => key)
    .sort()
    .join();
