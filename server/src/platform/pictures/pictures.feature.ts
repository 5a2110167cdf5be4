import type { Feature } from '../../kernel/feature.ts';
import { policy, staff } from '../../kernel/policy.ts';
import { Picture } from './picture.entity.ts';
import { PictureResolver } from './pictures.resolver.ts';

/** Pictures that staff put up for everybody to see. What they belong to says who may. */
export const pictures: Feature = {
  entities: [Picture],
  resolvers: [PictureResolver],
  policy: policy({ 'picture.put': staff('OFFICER', 'WORKER'), 'picture.remove': staff('OFFICER', 'WORKER') }),
  constraints: { picture_pkey: 'already-exists' },
  private: ['Picture.putBy', 'Picture.sha256', 'Picture.content'],
  // the city shows them on its own ground, and whoever must not be seen goes by removing; who put them up is the city's staff, who have a rule of their own
  impersonal: ['Picture'],
};
