import type { RosterWorker } from '@torilla/schema/devices/roster';
import type { FieldPackQuery } from '../../gql/devices/graphql.ts';
import type { Plain } from '../../kernel/plain.ts';
import { canonicalJson, sha256Hex } from '../../outbox/bytes.ts';

type Whole = { [K in keyof FieldPackQuery]: NonNullable<FieldPackQuery[K]> };
const isMark = (key: string) => key === '__typename';

/** All that a tablet needs at an event: what the city tells anybody, and who staffs it, which it tells its tablets alone. */
export type FieldPack = Plain<Whole> & { roster: readonly RosterWorker[] };
export type FieldEvent = FieldPack['event'];
export type FieldWorker = RosterWorker;

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
export function wholePack(answer: FieldPackQuery | undefined, roster: readonly RosterWorker[]): FieldPack {
  if (answer && !answer.event) throw new PackProblem('pack-event-unknown');
  const { event, topics, districts, units, plan, tallyQuestions, captureKey } = answer ?? {};
  if (!event || !plan || !captureKey || !tallyQuestions || !topics?.length || !districts?.length || !units?.length) throw new PackProblem('pack-incomplete');
  const whole = { event, topics, districts, units, plan, tallyQuestions, captureKey, roster };
  return JSON.parse(JSON.stringify(whole, (key, value: unknown) => (isMark(key) ? undefined : value))) as FieldPack;
}

export const hashOf = (pack: FieldPack): Promise<string> => sha256Hex(canonicalJson(pack));

/** The pack as today's app reads it: one that was fetched when everybody was told the names has them in its event, and no PIN. */
export function lifted(installed: InstalledPack): InstalledPack {
  const { pack } = installed as { pack: Omit<FieldPack, 'roster'> & { roster?: FieldPack['roster']; event: { staffing?: Omit<RosterWorker, 'pin'>[] } } };
  const roster = pack.roster ?? (pack.event.staffing ?? []).map(({ id, displayName }) => ({ id, displayName, pin: null }));
  return { ...installed, pack: { ...pack, roster } };
}
