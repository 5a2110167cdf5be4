import { expect, test } from 'vitest';
import { faultsOf } from './violations.ts';

test('a fault that is there in each language and look is told once, by where it is worst', () => {
  const seen = { rule: 'color-contrast', impact: 'serious', page: '/', language: 'fi', theme: 'light', elements: 1 } as const;
  expect(
    faultsOf([
      seen,
      { ...seen, theme: 'dark', elements: 3 },
      { ...seen, language: 'sv', elements: 2 },
      { ...seen, page: '/kuitti' },
      { ...seen, rule: 'label' },
    ]),
  ).toEqual([
    { rule: 'color-contrast', page: '/', elements: 3 },
    { rule: 'color-contrast', page: '/kuitti', elements: 1 },
    { rule: 'label', page: '/', elements: 1 },
  ]);
  expect(faultsOf([])).toEqual([]);
});
