import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytes, changed } from '../testing/files.ts';
import { readPb } from './read.ts';
import { tablesOf, type PbTables } from './tables.ts';
import { writePb } from './write.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('"', '";"', 'a;b', 'a\nb', '"quoted" and not', 'Ääni', "l'école", '\uFEFF', 'META', 'VOTES', '=1+1'),
);
const cell = text.map((value) => value.replaceAll('\r', '').trim());
const name = cell.filter(Boolean);
const table = (needed: readonly [string, string]) =>
  fc.uniqueArray(name, { maxLength: 3 }).chain((more) => {
    const columns = [...needed, ...more.filter((column) => !needed.includes(column))];
    // a row has a value in its second column, or it might be the name of a section
    const row = fc
      .tuple(name, name, fc.array(cell, { minLength: columns.length - 2, maxLength: columns.length - 2 }))
      .map(([id, second, others]) => [id, second, ...others]);
    return fc.record({ columns: fc.constant(columns), rows: fc.array(row, { maxLength: 5 }) });
  });
const tables: fc.Arbitrary<PbTables> = fc.record({
  meta: fc.uniqueArray(fc.tuple(name, name), { selector: ([key]) => key }).map((entries) => new Map(entries)),
  projects: table(['project_id', 'cost']),
  votes: table(['voter_id', 'vote']),
});

test('what is written is read as it was', () => {
  fc.assert(
    fc.property(tables, (told) => {
      const { meta, projects, votes } = tablesOf(bytes(writePb(told)));
      expect({ meta: [...meta], projects, votes }).toEqual({ meta: [...told.meta], projects: told.projects, votes: told.votes });
    }),
    { numRuns: 300 },
  );
});

test('a file that was read and written is the same election', () => {
  const file = readPb(bytes(changed()));
  const written = writePb(file);
  expect(readPb(bytes(written))).toEqual(file);
  expect(writePb(readPb(bytes(written)))).toBe(written);
  expect(written.split('\n').slice(0, 3)).toEqual(['META', 'key;value', 'description;A park or a pier']);
});
