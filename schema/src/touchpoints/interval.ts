/** What is counted of answers from 1 to 5: how many, their sum, the sum of their squares, and how many were satisfied. */
export interface Tally {
  answers: number;
  sum: number;
  squares: number;
  satisfied: number;
}

/** A figure with the bounds between which it lies in 95 of 100 such samples. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** The 97.5 % quantile of the normal distribution: two-sided 95 %. */
const Z = 1.959963984540054;

/**
 * A share with Wilson's score interval, which stays within 0 and 1 and is right for few answers too.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22 (1927) 209–212;
 * recommended by Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001) 101–133.
 */
export function shareOf({ satisfied, answers: n }: Pick<Tally, 'satisfied' | 'answers'>): Estimate {
  const p = satisfied / n;
  const spread = 1 + Z ** 2 / n;
  const middle = (p + Z ** 2 / (2 * n)) / spread;
  const half = (Z / spread) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  return { value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * A mean from 1 to 5 with Student's interval, kept within the scale.
 * Student, "The probable error of a mean", Biometrika 6 (1908) 1–25. Of five answers that all say the same the interval is that one point: it says nothing of those who did not answer.
 */
export function meanOf({ answers: n, sum, squares }: Omit<Tally, 'satisfied'>): Estimate {
  const value = sum / n;
  const variance = Math.max(0, (squares - sum * value) / (n - 1));
  const half = quantileOfT(n - 1) * Math.sqrt(variance / n);
  return { value, low: Math.max(1, value - half), high: Math.min(5, value + half) };
}

/**
 * The 97.5 % quantile of Student's distribution, by its expansion in the normal quantile: off by less than 0.01 from four degrees of freedom on.
 * Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.5.
 */
export function quantileOfT(degrees: number): number {
  const [z3, z5, z7] = [Z ** 3, Z ** 5, Z ** 7];
  return Z + (z3 + Z) / (4 * degrees) + (5 * z5 + 16 * z3 + 3 * Z) / (96 * degrees ** 2) + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * degrees ** 3);
}

/** Tallies put together. */
export const together = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (all, one) => ({
      answers: all.answers + one.answers,
      sum: all.sum + one.sum,
      squares: all.squares + one.squares,
      satisfied: all.satisfied + one.satisfied,
    }),
    { answers: 0, sum: 0, squares: 0, satisfied: 0 },
  );
