import type { WorkerPin } from '@torilla/schema/devices/pins';
import type { FieldPackQuery } from '../../gql/devices/graphql.ts';
import type { Plain } from '../../kernel/plain.ts';
import { canonicalJson, sha256Hex } from '../../outbox/bytes.ts';

type Whole = { [K in keyof FieldPackQuery]: NonNullable<FieldPackQuery[K]> };
const isMark = (key: string) => key === '__typename';

/** All that a tablet needs at an event, as the city gave it. A pack from before there were PINs has none. */
export type FieldPack = Plain<Whole> & { pins?: readonly WorkerPin[] };
export type FieldEvent = FieldPack['event'];
export type FieldWorker = FieldEvent['staffing'][number];

/** A pack as it lies on the tablet. */
export interface InstalledPack {
  pack: FieldPack;
  /** SHA-256 of the pack, by which it is known to be whole when read back. */
  hash: string;
  installedAt: string;
}

/** An answer that is not whole is no pack: then the one that is there stays. */
export class PackProblem extends Error {
  override readonly name = 'PackProblem';
  constructor(readonly code: 'pack-event-unknown' | 'pack-incomplete' | 'pack-damaged') {
    super(code);
  }
}

/** The pack in an answer, as plain as the tablet keeps it. @throws PackProblem when the event is unknown or a part is missing */
export function wholePack(answer: FieldPackQuery | undefined, pins: readonly WorkerPin[]): FieldPack {
  if (answer && !answer.event) throw new PackProblem('pack-event-unknown');
  const { event, topics, districts, units, plan, tallyQuestions, captureKey } = answer ?? {};
  if (!event || !plan || !captureKey || !tallyQuestions || !topics?.length || !districts?.length || !units?.length) throw new PackProblem('pack-incomplete');
  const whole = { event, topics, districts, units, plan, tallyQuestions, captureKey, pins };
  return JSON.parse(JSON.stringify(whole, (key, value: unknown) => (isMark(key) ? undefined : value))) as FieldPack;
}

export const hashOf = (pack: FieldPack): Promise<string> => sha256Hex(canonicalJson(pack));
