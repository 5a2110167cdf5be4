import type { ConsentPurpose, WordsFate } from '@torilla/schema/residents/data';
import { sql } from './command.ts';
import type { Context } from './context.ts';

/** What is held of somebody, of one class of retention: a record each, in plain JSON. */
export interface Held {
  /** The key of the class: its rule says on which ground it is held, and how long. */
  class: string;
  records: readonly object[];
}

/** What becomes of a class when somebody has their data erased. What stays does so on the ground of its class, without their name. */
export interface Fate {
  class: string;
  goes: number;
  stays: number;
}

/** What a noun holds of residents: how it is shown to them, and how it goes. */
export interface Personal {
  export(ctx: Context, residentId: string): Promise<Held[]>;
  /** Runs in one transaction with the others. Mails nothing and asks nobody: it is rehearsed as well. */
  erase(ctx: Context, residentId: string, words: WordsFate): Promise<Fate[]>;
}

/** What follows when somebody withdraws their consent: `subjectId` is what it was given for. */
export type Withdrawal = (ctx: Context, subjectId: string) => Promise<unknown>;

/** By purpose. */
export type Withdrawals = Readonly<Partial<Record<ConsentPurpose, Withdrawal>>>;

/** All of it goes. */
export const gone = (held: string, goes: number): Fate => ({ class: held, goes, stays: 0 });
/** All of it stays. */
export const stays = (held: string, count: number): Fate => ({ class: held, goes: 0, stays: count });

/** The rows of a query as plain JSON: the facts in their order, instants in ISO 8601. */
export async function recordsOf<Row extends object>({ em }: Pick<Context, 'em'>, text: string, params: readonly unknown[]): Promise<Row[]> {
  const rows = await sql<{ record: Row }>(em, `select row_to_json(r) as record from (${text}) r`, params);
  return rows.map(({ record }) => record);
}
