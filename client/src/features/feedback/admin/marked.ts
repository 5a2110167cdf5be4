import { personalPartsOf, type PersonalKind } from '@torilla/schema/kernel/personalData';

/** A piece of a text: as it is, or something that tells who somebody is. */
export interface MarkedPiece {
  text: string;
  start: number;
  kind: PersonalKind | null;
}

/** A text in its pieces, with what tells who somebody is apart from the rest. */
export function markedPieces(text: string): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const { kind, start, end } of personalPartsOf(text)) {
    if (start > at) pieces.push({ text: text.slice(at, start), start: at, kind: null });
    pieces.push({ text: text.slice(start, end), start, kind });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), start: at, kind: null });
  return pieces;
}

/** Every place where something stands in a text, whatever its case. */
export function placesOf(text: string, wanted: string): { start: number; text: string }[] {
  const part = wanted.trim().toLowerCase();
  const places: { start: number; text: string }[] = [];
  if (!part) return places;
  const lower = text.toLowerCase();
  // a letter whose lower case is longer would shift what comes after
  if (lower.length !== text.length) return places;
  for (let at = lower.indexOf(part); at >= 0; at = lower.indexOf(part, at + part.length)) places.push({ start: at, text: text.slice(at, at + part.length) });
  return places;
}
