import { z } from 'zod';
import type { MapTiles } from '../kernel/services.ts';

const Tiles = z.object({
  MAP_TILES_URL: z
    .string()
    .refine(
      (url) => /^https:\/\/[^{}/?#]+\//.test(url) && ['{z}', '{x}', '{y}'].every((part) => url.includes(part)),
      'must be https://server/…/{z}/{x}/{y}.png',
    )
    .optional(),
  MAP_TILES_ATTRIBUTION: z.string().min(1).optional(),
});

/** From where maps get their pictures; null where no server is named, and maps then show points on a plain ground. Adds what is wrong to the faults. */
export function mapTilesFrom(environment: NodeJS.ProcessEnv, faults: string[]): MapTiles | null {
  const { data, error } = Tiles.safeParse(environment);
  for (const issue of error?.issues ?? []) faults.push(`${issue.path.join('.')}: ${issue.message}`);
  if (data?.MAP_TILES_URL && !data.MAP_TILES_ATTRIBUTION) faults.push('MAP_TILES_ATTRIBUTION: is missing; who makes a map is named on it');
  return data?.MAP_TILES_URL && data.MAP_TILES_ATTRIBUTION ? { url: data.MAP_TILES_URL, attribution: data.MAP_TILES_ATTRIBUTION } : null;
}
