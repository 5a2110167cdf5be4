import type { AnyLocalized } from '../../kernel/useLocale.ts';

/** A picture that staff put up, as a page shows it. */
export interface Picture {
  id: string;
  path: string;
  width: number;
  height: number;
  alt: AnyLocalized;
}
