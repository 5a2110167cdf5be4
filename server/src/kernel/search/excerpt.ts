/** A piece of a text: as it is, or what was looked for. */
export interface Segment {
  text: string;
  hit: boolean;
}

type Span = readonly [from: number, to: number];

/** PostgreSQL puts these around what it found; no text has them. */
const [BEGIN, END] = ['\u0002', '\u0003'];
/** As long as an excerpt is, and how much of it stands before the first hit. */
const LENGTH = 220;
const BEFORE = 60;
/** What two words have in common of their trigrams before one stands for the other. */
const LEAST_COMMON = 0.45;

/**
 * A text in its segments. `marked` is the same text with what was found between marks, its accents perhaps taken off: as long, letter for letter, or it is not looked at.
 * Where nothing is marked, the words that look like one of `wanted` are what was found.
 */
export function segmentsOf(text: string, marked: string | null, wanted: readonly string[]): Segment[] {
  const found = spansIn(marked ?? '', text.length);
  return cutInto(text, found.length ? found : spansLike(text, wanted));
}

/** So much of a text that its first hit is in sight, on one line, and no mark of Markdown. */
export function excerptOf(segments: readonly Segment[]): Segment[] {
  const text = segments.map((segment) => segment.text).join('');
  const hit = segments.findIndex((segment) => segment.hit);
  const at = segments.slice(0, Math.max(0, hit)).reduce((sum, segment) => sum + segment.text.length, 0);
  const from = text.length <= LENGTH || at <= BEFORE ? 0 : beginOfWord(text, at - BEFORE);
  const to = text.length - from <= LENGTH ? text.length : endOfWord(text, from + LENGTH);
  const shown: Segment[] = [];
  let place = 0;
  for (const segment of segments) {
    const piece = segment.text.slice(Math.max(0, from - place), Math.max(0, to - place));
    place += segment.text.length;
    if (piece) shown.push({ ...segment, text: onOneLine(piece) });
  }
  if (from > 0) shown.unshift({ text: '… ', hit: false });
  if (to < text.length) shown.push({ text: ' …', hit: false });
  return shown;
}

function spansIn(marked: string, length: number): Span[] {
  const spans: Span[] = [];
  let [place, begun] = [0, 0];
  for (const letter of marked) {
    if (letter === BEGIN) begun = place;
    else if (letter === END) spans.push([begun, place]);
    else place += letter.length;
  }
  return place === length ? spans : [];
}

function spansLike(text: string, wanted: readonly string[]): Span[] {
  const trigrams = wanted.map(trigramsOf);
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].flatMap(({ 0: word, index }): Span[] => {
    const own = trigramsOf(word);
    const isAlike = trigrams.some((those) => [...those].filter((one) => own.has(one)).length / Math.max(1, those.size) >= LEAST_COMMON);
    return isAlike ? [[index, index + word.length]] : [];
  });
}

function trigramsOf(word: string): Set<string> {
  const padded = `  ${word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
}

function cutInto(text: string, spans: readonly Span[]): Segment[] {
  const segments: Segment[] = [];
  let place = 0;
  for (const [from, to] of spans) {
    if (from > place) segments.push({ text: text.slice(place, from), hit: false });
    segments.push({ text: text.slice(from, to), hit: true });
    place = to;
  }
  if (place < text.length) segments.push({ text: text.slice(place), hit: false });
  return segments;
}

function beginOfWord(text: string, at: number): number {
  const space = text.slice(at, at + BEFORE).search(/\s/);
  return space < 0 ? at : at + space + 1;
}

function endOfWord(text: string, at: number): number {
  const space = text.slice(0, at).search(/\s\S*$/);
  return space < at - BEFORE ? at : space;
}

const onOneLine = (text: string): string =>
  text
    .replace(/(^|\n)\s*(#+|[-*])\s+/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ');
