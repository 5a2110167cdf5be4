import { expect, test } from 'vitest';
import { markedPieces, placesOf } from './marked.ts';

test('a text is cut where something personal stands, and put together again it is the text', () => {
  const text = 'Olen 131052-308T. Soita 040 123 4567';
  const pieces = markedPieces(text);
  expect(pieces.map(({ kind }) => kind)).toEqual([null, 'IDENTITY_NUMBER', null, 'PHONE']);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.every((piece) => text.startsWith(piece.text, piece.start))).toBe(true);
  expect(markedPieces('')).toEqual([]);
});

test('what an officer points at is found wherever it stands', () => {
  expect(placesOf('Pekka sanoi, että pekka lähti', 'PEKKA')).toEqual([
    { start: 0, text: 'Pekka' },
    { start: 18, text: 'pekka' },
  ]);
  expect(placesOf('Pekka', ' ')).toEqual([]);
  expect(placesOf('Pekka', 'Maija')).toEqual([]);
});
