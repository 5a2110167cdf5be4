import { identityNumberOf } from './identityNumber.ts';

/** What in free text may tell who somebody is. */
export const personalKinds = ['IDENTITY_NUMBER', 'PHONE', 'EMAIL'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** Where something of the kind stands in a text: from the first character to the one after the last, as JavaScript counts. */
export interface PersonalPart {
  kind: PersonalKind;
  start: number;
  end: number;
}

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;
const IDENTITY_NUMBER = /(?<![\p{L}\p{N}])\d{6}[-+A-FU-Y]\d{3}[0-9A-Y](?![\p{L}\p{N}])/giu;
// a number as people in Finland write it: +358 or 0, then groups; a day or a price has no such beginning, or too few digits
const PHONE = /(?<![\p{L}\p{N}.,+-])(?:\+358|00358|0)[ \-()]{0,2}\d(?:[ \-()]{0,2}\d){5,10}(?![\p{L}\p{N}])/gu;

/** Identity numbers, e-mail addresses and phone numbers in a text, in the order in which they stand. What is inside another is part of it. */
export function personalPartsOf(text: string): PersonalPart[] {
  const found = (kind: PersonalKind, pattern: RegExp, is: (part: string) => boolean = () => true): PersonalPart[] =>
    [...text.matchAll(pattern)].filter(([part]) => is(part)).map((match) => ({ kind, start: match.index, end: match.index + match[0].length }));
  const all = [...found('IDENTITY_NUMBER', IDENTITY_NUMBER, (part) => identityNumberOf(part) !== null), ...found('EMAIL', EMAIL), ...found('PHONE', PHONE)];
  const free = all.filter((one, n) => !all.slice(0, n).some((other) => one.start < other.end && other.start < one.end));
  return free.sort((a, b) => a.start - b.start);
}
