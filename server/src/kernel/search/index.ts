export { FoundBy } from './declare.ts';
export type { Segment } from './excerpt.ts';
export type { Findable } from './findable.ts';
export { holds } from './match.ts';
export { type Found, type Group, type Hit, search } from './search.ts';
export { wordsOf } from './words.ts';
