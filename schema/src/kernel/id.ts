import { z } from 'zod';

export { newId } from './newId.ts';

/** A UUID in lower case. Ids are minted where a thing is made, on the tablet too, so that sending twice is harmless. */
export const Id = z.uuid().toLowerCase();
export type Id = z.infer<typeof Id>;

/** The stable name of a thing that the city lists (a unit, a district, a topic): `market-square`. */
export const Key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
export type Key = z.infer<typeof Key>;
