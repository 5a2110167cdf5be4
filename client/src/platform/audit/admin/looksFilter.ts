import type { ViewFilterInput } from '../../../gql/audit/admin/graphql.ts';
import { dayAfter, instantOf } from '../../../kernel/cityTime.ts';

/** What the looks are narrowed down by, as it stands in the address: somebody's id, and ISO dates, both included. */
export interface LooksFilter {
  staff?: string | null;
  from?: string | null;
  to?: string | null;
}

/** The name that each has in the address. */
const names = { staff: 'kuka', from: 'alkaen', to: 'asti' } as const satisfies Record<keyof LooksFilter, string>;
const keys = Object.keys(names) as (keyof LooksFilter)[];

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
// an address may be old or typed by hand: what makes no sense in it is passed over
const makesSense = { staff: (text: string) => /^[0-9a-f-]{36}$/.test(text), from: isDay, to: isDay };

/** Reads the filter out of an address's query. */
export const looksFilterOf = (query: Record<string, unknown>): LooksFilter =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = query[names[key]];
      return typeof value === 'string' && makesSense[key](value) ? [[key, value]] : [];
    }),
  );

/** Writes it as an address's query. */
export const looksQueryOf = (filter: LooksFilter): Record<string, string> =>
  Object.fromEntries(keys.flatMap((key) => (filter[key] ? [[names[key], filter[key]]] : [])));

/** The filter as the API takes it. */
export const looksInputOf = ({ staff, from, to }: LooksFilter): ViewFilterInput => ({
  ...(staff && { staffId: staff }),
  ...(from && { from: instantOf(from, '00:00') }),
  ...(to && { to: instantOf(dayAfter(to), '00:00') }),
});
