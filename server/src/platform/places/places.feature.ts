import type { Context } from '../../kernel/context.ts';
import type { Feature } from '../../kernel/feature.ts';
import { policy } from '../../kernel/policy.ts';
import type { PlaceKind } from '@torilla/schema/places/places';
import data from './hamina.json' with { type: 'json' };
import { District, Place } from './places.entity.ts';
import { PlacesResolver } from './places.resolver.ts';

/** A district's key: its Finnish name in plain letters. */
const keyOfDistrict = (name: string): string =>
  name
    .toLowerCase()
    .replace(/ä/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/[^a-z0-9]+/g, '-');

async function seedPlaces({ em }: Context): Promise<void> {
  // Only Keskusta has a name of its own in the other languages; the rest are called the same in all.
  const named: Record<string, { sv: string; en: string }> = { Keskusta: { sv: 'Centrum', en: 'Centre' } };
  for (const { name: fi, latitude, longitude } of data.districts)
    em.create(District, { key: keyOfDistrict(fi), name: { fi, sv: named[fi]?.sv ?? fi, en: named[fi]?.en ?? fi }, latitude, longitude });
  for (const { key, name, kind, district } of data.servicePoints) {
    em.create(Place, { key, name, kind: kind as PlaceKind, district: keyOfDistrict(district) });
  }
  await em.flush();
}

/** Districts and service points. */
export const places: Feature = {
  entities: [District, Place],
  resolvers: [PlacesResolver],
  policy: policy({}),
  publicReads: ['districts', 'places'],
  impersonal: ['District', 'Place'],
  seed: seedPlaces,
};
