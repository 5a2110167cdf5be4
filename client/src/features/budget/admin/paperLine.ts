import type { BallotKind, Choice } from '@torilla/schema/budget/ballot';
import type { SheetVerdict } from '@torilla/schema/budget/paper';

/** A project as it stands on paper, by its number. */
export interface Numbered {
  number: number;
  id: string;
}

/** A sheet as it was typed; `unknown` are the words of which nobody knows what they mean. */
export interface TypedSheet {
  verdict: SheetVerdict;
  choices: Choice[];
  unknown: string[];
}

/** What stands for a sheet with nothing on it, and for one that is no vote. */
export const BLANK = '-';
export const SPOILED = 'x';

/** Reads what somebody types of a sheet: the numbers of its projects, as `3 7 12`; where points are dealt with their points, as `3:5 7:2`. */
export function readLine(line: string, kind: BallotKind, projects: readonly Numbered[]): TypedSheet {
  const words = line
    .trim()
    .toLowerCase()
    .split(/[\s,;+]+/)
    .filter(Boolean);
  if (words.length === 1 && words[0] === BLANK) return { verdict: 'BLANK', choices: [], unknown: [] };
  if (words.length === 1 && words[0] === SPOILED) return { verdict: 'SPOILED', choices: [], unknown: [] };
  const choices: Choice[] = [];
  const unknown: string[] = [];
  for (const word of words) {
    const [, number, points] = (kind === 'POINTS' ? /^(\d+)[:=](\d+)$/ : /^(\d+)$/).exec(word) ?? [];
    const project = projects.find((one) => one.number === Number(number));
    if (!project) unknown.push(word);
    else choices.push(points === undefined ? { id: project.id } : { id: project.id, points: Number(points) });
  }
  return { verdict: 'VOTE', choices, unknown };
}

/** A sheet as it would be typed. */
export function lineOf({ verdict, choices }: { verdict: SheetVerdict; choices: readonly Choice[] }, projects: readonly Numbered[]): string {
  if (verdict !== 'VOTE') return verdict === 'BLANK' ? BLANK : SPOILED;
  const numberOf = (id: string): string => String(projects.find((one) => one.id === id)?.number ?? '?');
  return choices.map(({ id, points }) => (points == null ? numberOf(id) : `${numberOf(id)}:${points}`)).join(' ');
}
