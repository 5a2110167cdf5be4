import { computed } from 'vue';
import { MapGroundDocument } from '../../gql/places/graphql.ts';
import type { Point } from '../../kernel/ui/map/point.ts';
import { usePick } from '../../kernel/useLocale.ts';
import { useRead } from '../../kernel/useRead.ts';

/** Where the districts are, and from where a map gets its pictures. */
export function useMapGround(enabled?: () => boolean) {
  const { pick } = usePick();
  const { data } = useRead(MapGroundDocument, {}, { enabled });
  const districts = computed(() => data.value?.districts ?? []);
  /** The points of the districts of which there is something, by their keys; those that nobody has put on the map are left out. */
  function pointsOf(values: ReadonlyMap<string, { value: number | null; told: string }>): Point[] {
    return districts.value.flatMap(({ key, name, latitude, longitude }) => {
      const there = values.get(key);
      return there && latitude != null && longitude != null ? [{ key, label: pick(name), latitude, longitude, ...there }] : [];
    });
  }
  return {
    districts,
    tiles: computed(() => data.value?.municipality.mapTiles ?? null),
    /** In which district a place lies. */
    districtOf: computed(() => new Map(data.value?.places.map(({ key, district }) => [key, district.key]))),
    pointsOf,
    ready: computed(() => data.value !== undefined),
  };
}
