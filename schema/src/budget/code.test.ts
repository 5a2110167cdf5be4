import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BASE32 } from '../kernel/base32.ts';
import { newId } from '../kernel/id.ts';
import { isVoterCode, newVoterCode, shownCode, voterCodeHash } from './code.ts';
import { VoterCode } from './codes.ts';

test('codes are whole, no two are alike, and what is typed from paper is the same again', () => {
  const all = Array.from({ length: 1000 }, newVoterCode);
  expect(new Set(all).size).toBe(1000);
  for (const code of all) expect(VoterCode.parse(` ${shownCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(code);
});

test('one wrong letter, or two neighbours that were swapped, is told before anybody is asked', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.constantFrom(...BASE32), (at, wrong) => {
      const code = newVoterCode();
      const [one, next] = [code[at]!, code[at + 1]!];
      // the check counts modulo 31: the first and the last letter are one to it
      const alike = (a: string, b: string) => (BASE32.indexOf(a) - BASE32.indexOf(b)) % 31 === 0;
      expect(isVoterCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBe(alike(one, wrong));
      expect(isVoterCode(code.slice(0, at) + next + one + code.slice(at + 2))).toBe(alike(one, next));
    }),
  );
});

test('a code of one round is none of another', async () => {
  const [code, round] = [newVoterCode(), newId()];
  expect(await voterCodeHash(round, code)).toMatch(/^[0-9a-f]{64}$/);
  expect(await voterCodeHash(round, code)).toBe(await voterCodeHash(round, code));
  expect(await voterCodeHash(newId(), code)).not.toBe(await voterCodeHash(round, code));
});
