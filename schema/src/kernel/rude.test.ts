import { expect, test } from 'vitest';
import { isRude } from './rude.ts';

test('what may offend is found in three languages, whatever the case and the ending', () => {
  for (const text of ['Vitun hidas jono', 'ihan PASKAA palvelua', 'Olet idiootti.', 'Jävla kö', 'this is fucking slow', 'minä tapan sinut'])
    expect(isRude(text)).toBe(true);
});

test('what only looks like it is not', () => {
  for (const text of [
    'Kiitos avusta!',
    'Tapansa mukaan ystävällinen',
    'Kukkia pöydällä',
    'Hyvät horisontit',
    'skilled staff',
    'Katsoin kuvitusta',
    'Jos saatan sanoa',
  ])
    expect(isRude(text)).toBe(false);
});
