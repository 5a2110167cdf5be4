import type { Feature } from '../../kernel/feature.ts';

/** What residents say to the city. */
export const feedback: Feature = {};
