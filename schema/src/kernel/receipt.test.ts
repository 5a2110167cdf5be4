import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from './id.ts';
import { Receipt, receiptOf } from './receipt.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a receipt is twelve characters in three groups, always the same for the same id', async () => {
  const id = newId();
  const code = await receiptOf(id);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(await receiptOf(id)).toBe(code);
  expect(Receipt.parse(code)).toBe(code);
});

test('however it is typed, it is the same code', async () => {
  const code = await receiptOf('01890a5d-ac96-774b-bcce-b302099a8057');
  const sloppy = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(Receipt.parse(` ${sloppy} `)).toBe(code);
});

test('one wrong character, or two neighbours swapped, is noticed', async () => {
  const code = (await receiptOf(newId())).replaceAll('-', '');
  fc.assert(
    fc.property(fc.nat(10), fc.constantFrom(...ALPHABET), (at, wrong) => {
      // the check counts modulo 31, so the two outermost characters of the alphabet are one to it
      if (wrong === code[at] || (ALPHABET.indexOf(wrong) - ALPHABET.indexOf(code[at]!)) % 31 === 0) return;
      expect(Receipt.safeParse(code.slice(0, at) + wrong + code.slice(at + 1)).success).toBe(false);
    }),
  );
  fc.assert(
    fc.property(fc.nat(9), (at) => {
      const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
      if ((ALPHABET.indexOf(code[at]!) - ALPHABET.indexOf(code[at + 1]!)) % 31 === 0) return;
      expect(Receipt.safeParse(swapped).success).toBe(false);
    }),
  );
});

test('codes of many ids do not meet', async () => {
  const codes = await Promise.all(Array.from({ length: 20_000 }, () => receiptOf(newId())));
  expect(new Set(codes).size).toBe(20_000);
});
