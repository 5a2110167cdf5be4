import type { AnyLocalized } from '../../kernel/useLocale.ts';

/** A file that staff put up, as a page lists it. */
export interface CityFile {
  id: string;
  path: string;
  title: AnyLocalized;
  bytes: number;
}
