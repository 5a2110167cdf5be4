import type { Feature } from '../../kernel/feature.ts';
import { policy, staff } from '../../kernel/policy.ts';
import { CityFile } from './file.entity.ts';
import { FileResolver } from './files.resolver.ts';

/** Files that staff put up for everybody to read. What they belong to says who may. */
export const files: Feature = {
  entities: [CityFile],
  resolvers: [FileResolver],
  policy: policy({ 'file.put': staff('OFFICER'), 'file.remove': staff('OFFICER') }),
  constraints: { city_file_pkey: 'already-exists' },
  private: ['CityFile.putBy', 'CityFile.sha256', 'CityFile.content'],
  // the city writes them; who put them up is its staff, who have a rule of their own
  impersonal: ['CityFile'],
};
