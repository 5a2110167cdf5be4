import type { Random } from './random.ts';

const spoken = [
  'tori',
  'pyörätie',
  'koulu',
  'bussi',
  'kirjasto',
  'valot',
  'ranta',
  'hiekoitus',
  'päiväkoti',
  'silta',
  'uimahalli',
  'puisto',
  'melu',
  'kaavoitus',
  'iltaisin',
  'lapset',
  'turvallinen',
  'rikki',
  'kiitos',
  'ääkköset',
];

/** Words that nobody else says: the key first, then as many as people use, now and then very many. */
export function wordsOf(key: string, random: Random): string {
  const count = random.chance(0.03) ? 250 : 2 + random.below(24);
  return [key, ...Array.from({ length: count }, () => random.pick(spoken))].join(' ');
}
