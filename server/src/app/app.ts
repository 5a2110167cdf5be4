import type { Assessment } from '@torilla/schema/accessibility/accessibility';
import { rateLimiter } from './rate-limit.ts';
import { changeFeed, type ChangePace } from './changes.ts';
import type { App } from './context.ts';
import { openOrm } from './orm.ts';
import { featureList } from './features.ts';
import { apiSchema } from './schema.ts';
import { checkReadable } from '../kernel/read/index.ts';
import { constraintProblems } from '../kernel/problem.ts';
import type { Withdrawals } from '../kernel/personal.ts';
import type { PushSender } from '../kernel/push.ts';
import type { Tellers } from '../kernel/teller.ts';
import { systemClock, type Clock } from '../kernel/clock.ts';
import type { Feature } from '../kernel/feature.ts';
import type { CityKeys, DoorOf, Mailer, MapTiles, SessionTimes } from '../kernel/services.ts';
import { residentDoor } from '../platform/access/provider/resident.door.ts';
import { staffDoor } from '../platform/access/provider/staff.door.ts';
import type { ResidentProvider, StaffProvider } from './provider-settings.ts';
import { usualTimes } from '../platform/access/session.ts';

export interface AppOptions {
  databaseUrl: string;
  publicUrl: string;
  cityKeys: CityKeys;
  /** The key of the hash by which a person is known again. */
  identityKey: string;
  mailer: Mailer;
  /** Tells browsers; none unless there are keys for it. */
  push?: PushSender | null;
  clock?: Clock;
  /** Whether the demo's accounts and its mailbox page are there. */
  demo?: boolean;
  sessionTimes?: SessionTimes;
  staffProvider?: StaffProvider | null;
  residentProvider?: ResidentProvider | null;
  /** The file to which the audit log's head is added. */
  auditHeads?: string | null;
  assessment?: Assessment | null;
  changePace?: ChangePace;
  mapTiles?: MapTiles | null;
  /** The nouns: the list, unless a test adds one to it. */
  features?: readonly Feature[];
}

/** Makes the app of its parts and checks that the API can be read from the entities. @throws when it cannot */
export async function buildApp({
  databaseUrl,
  publicUrl,
  cityKeys,
  identityKey,
  mailer,
  push = null,
  clock = systemClock,
  demo = false,
  sessionTimes = usualTimes,
  staffProvider = null,
  residentProvider = null,
  auditHeads = null,
  assessment = null,
  changePace,
  mapTiles = null,
  features = featureList,
}: AppOptions): Promise<App> {
  const orm = await openOrm(databaseUrl);
  checkReadable(
    await apiSchema(),
    orm,
    features.flatMap((feature) => feature.private ?? []),
  );
  for (const { constraints } of features) if (constraints) constraintProblems(constraints);
  const captures = new Map(features.flatMap((feature) => feature.captures ?? []).map((handler) => [handler.kind.operation, handler]));
  // what builds on others goes before them
  const personal = features.flatMap((feature) => feature.personal ?? []).toReversed();
  const withdrawals: Withdrawals = Object.assign({}, ...features.map((feature) => feature.withdrawals));
  const tellers: Tellers = Object.assign({}, ...features.map((feature) => feature.tells));
  const doors = [...(staffProvider ? [staffDoor(staffProvider, clock)] : []), ...(residentProvider ? [residentDoor(residentProvider, clock)] : [])];
  const doorOf: DoorOf = (audience) => doors.find((door) => door.audience === audience)?.path;
  const retention = features.flatMap((feature) => (typeof feature.retention === 'function' ? feature.retention({ sessionTimes }) : (feature.retention ?? [])));
  const figures = features.flatMap((feature) => feature.serves ?? []);
  const eventFigures = features.flatMap((feature) => feature.eventFigures ?? []);
  const quoting = features.flatMap((feature) => feature.quoting ?? []);
  const pictured = features.flatMap((feature) => feature.pictured ?? []);
  const filed = features.flatMap((feature) => feature.filed ?? []);
  const changes = changeFeed(databaseUrl, changePace);
  const finds = features.flatMap((feature) => feature.finds ?? []);
  return {
    orm,
    clock,
    sessionTimes,
    doors,
    changes,
    services: {
      cityKeys,
      identityKey,
      mailer,
      push,
      tellers,
      captures,
      personal,
      withdrawals,
      retention,
      figures,
      eventFigures,
      quoting,
      pictured,
      filed,
      changes,
      finds,
      publicUrl,
      demo,
      assessment,
      mapTiles,
      doorOf,
      auditHeads,
      limit: rateLimiter(clock),
    },
  };
}
