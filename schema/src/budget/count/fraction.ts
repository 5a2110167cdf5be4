/** An exact fraction; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The greatest common divisor of two numbers that are not negative. */
export function gcd(a: bigint, b: bigint): bigint {
  while (b) [a, b] = [b, a % b];
  return a;
}

const BITS = 64n;
const lengthOf = (n: bigint): bigint => BigInt(n.toString(16).length * 4);

/** The number nearest to a fraction that is not negative, but for a few units in the last place. */
export function toNumber({ numerator, denominator }: Fraction): number {
  // a quotient of at least sixty bits, whatever the lengths
  const shift = BITS + lengthOf(denominator) - lengthOf(numerator);
  const quotient = shift >= 0n ? (numerator << shift) / denominator : numerator / (denominator << -shift);
  return Number(quotient) * 2 ** -Number(shift);
}

/** A fraction rounded down, or up, to a whole number. */
export const floor = ({ numerator, denominator }: Fraction): bigint => numerator / denominator;
export const ceil = ({ numerator, denominator }: Fraction): bigint => (numerator + denominator - 1n) / denominator;
