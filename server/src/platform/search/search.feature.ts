import type { Feature } from '../../kernel/feature.ts';
import { policy } from '../../kernel/policy.ts';
import { SearchResolver } from './search.resolver.ts';

/** Search over what the nouns give to it (`finds`). It keeps nothing: neither what is looked for nor by whom. */
export const search: Feature = { entities: [], resolvers: [SearchResolver], policy: policy({}) };
