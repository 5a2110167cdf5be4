import { newId } from '@torilla/schema/kernel/id';
import type { City } from '../../testing/city.ts';

export const SAVE = 'mutation ($input: SaveTouchpointInput!) { saveTouchpoint(input: $input) { id code unit { key } place { key } name { fi sv } closedAt } }';

/** A service point of a unit, opened by the administrator. */
export async function aPoint(city: City, unit = 'green-services'): Promise<string> {
  const id = newId();
  const { errors } = await (await city.as('hallinta'))(SAVE, { input: { id, unit, place: 'rinkeli', name: { fi: 'Tiski', sv: 'Disken' } } });
  if (errors.length) throw new Error(errors[0]!.message);
  return id;
}
