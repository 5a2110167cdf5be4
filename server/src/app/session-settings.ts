import type { SessionTimes } from '../kernel/services.ts';
import { usualTimes } from '../platform/access/session.ts';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 60 * 60_000, d: 24 * 60 * 60_000 };
const MOST = 366 * UNITS['d']!;

/** Reads how long sessions last, `SESSION_STAFF_IDLE` and its like, as `30m`, `12h` or `90d`. Each fault is added to the list as a sentence. */
export function sessionTimesFrom(environment: NodeJS.ProcessEnv, faults: string[]): SessionTimes {
  function read(name: string, usual: number): number {
    const text = environment[name];
    if (text === undefined) return usual;
    const [, count, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
    const ms = Number(count ?? 0) * (UNITS[unit ?? ''] ?? 0);
    if (ms > 0 && ms <= MOST) return ms;
    faults.push(`${name}: must be a time of at most a year, such as 30m, 12h or 90d`);
    return usual;
  }
  function times(owner: 'STAFF' | 'RESIDENT', usual: SessionTimes['staff']): SessionTimes['staff'] {
    const [idle, most] = [read(`SESSION_${owner}_IDLE`, usual.idle), read(`SESSION_${owner}_MOST`, usual.most)];
    if (idle > most) faults.push(`SESSION_${owner}_IDLE: must not be longer than SESSION_${owner}_MOST`);
    return { idle, most };
  }
  return { staff: times('STAFF', usualTimes.staff), resident: times('RESIDENT', usualTimes.resident) };
}
