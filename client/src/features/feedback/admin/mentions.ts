/** Somebody whom a note can name. */
export interface Person {
  id: string;
  displayName: string;
}

/** So many are offered at once; whoever types on is offered fewer. */
const OFFERED = 8;
const LETTER = /[\p{L}\p{N}]/u;

/** A note in parts: its words, and each name in it behind an @. Of two names that fit it is the longer one. */
export function partsOf<P extends Person>(words: string, people: readonly P[]): { text: string; person?: P }[] {
  const longestFirst = [...people].sort((a, b) => b.displayName.length - a.displayName.length);
  const parts: { text: string; person?: P }[] = [];
  let from = 0;
  for (let at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
    const person = LETTER.test(words[at - 1] ?? '') ? undefined : longestFirst.find(({ displayName }) => isAt(words, at + 1, displayName));
    if (!person) continue;
    const to = at + 1 + person.displayName.length;
    parts.push({ text: words.slice(from, at) }, { text: words.slice(at, to), person });
    from = to;
  }
  return [...parts, { text: words.slice(from) }].filter(({ text }) => text);
}

const isAt = (words: string, at: number, name: string): boolean => words.startsWith(name, at) && !LETTER.test(words[at + name.length] ?? '');

/** Whom the words name. Of people who are called the same it names each: no reader could tell them apart. */
export function namedIn<P extends Person>(words: string, people: readonly P[]): P[] {
  const names = new Set(partsOf(words, people).map(({ person }) => person?.displayName));
  return people.filter(({ displayName }) => names.has(displayName));
}

/** The beginning of a name that stands before the caret, and where its @ is. */
export function nameBefore(words: string, caret: number): { at: number; typed: string } | null {
  const typed = /(?:^|[\s(])@([^@\n]{0,60})$/u.exec(words.slice(0, caret))?.[1];
  return typed === undefined ? null : { at: caret - typed.length - 1, typed };
}

/** Those of whom some name begins so, the first of their names before the others. */
export function offered<P extends Person>(people: readonly P[], typed: string): P[] {
  const wanted = typed.toLocaleLowerCase('fi');
  const places = people.map((person) => ({ person, at: ` ${person.displayName.toLocaleLowerCase('fi')}`.indexOf(` ${wanted}`) }));
  return places
    .filter(({ at }) => at >= 0)
    .sort((a, b) => Number(a.at > 0) - Number(b.at > 0))
    .map(({ person }) => person)
    .slice(0, OFFERED);
}
