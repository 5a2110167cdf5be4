import { expect, test } from 'vitest';
import { typedCode } from '../kernel/base32.ts';
import { newBallotReceipt, shownReceipt } from './receipt.ts';
import { BallotReceipt } from './vote.ts';

test('receipts are whole, no two are alike, and what was written down from the screen is the same again', () => {
  const all = Array.from({ length: 1000 }, newBallotReceipt);
  expect(new Set(all).size).toBe(1000);
  for (const one of all) {
    expect(BallotReceipt.safeParse(one).success).toBe(true);
    expect(typedCode(` ${shownReceipt(one).toLowerCase()} `)).toBe(one);
  }
  expect(new Set(all.join('')).size).toBe(32);
});

test('letters that look alike are put right', () => {
  expect(typedCode('o0il-1')).toBe('00111');
});
