import { z } from 'zod';

/** What kind of place a service point is. */
export const PlaceKind = z.enum(['SQUARE', 'LIBRARY', 'SPORTS', 'SERVICE_POINT', 'CITY_HALL', 'SCHOOL', 'OTHER']).enum;
export type PlaceKind = keyof typeof PlaceKind;
