import type { RosterWorker } from '@torilla/schema/devices/roster';
import { fieldDb } from './fieldStore.ts';
import { hashOf, lifted, PackProblem, wholePack, type FieldPack, type InstalledPack } from './fieldPack.ts';
import type { FieldPackQuery } from '../../gql/devices/graphql.ts';

/**
 * Installs an event's pack all or nothing: asked for in one answer, checked, written at once, read back and compared. Whatever fails, the pack
 * that was there before is there still.
 * @throws PackProblem, or whatever asking throws
 */
export async function installPack(ask: () => Promise<FieldPackQuery | undefined>, askRoster: () => Promise<readonly RosterWorker[]>): Promise<InstalledPack> {
  const [answer, roster] = await Promise.all([ask(), askRoster()]);
  const pack = wholePack(answer, roster);
  const installed: InstalledPack = { pack, hash: await hashOf(pack), installedAt: new Date().toISOString() };
  const key = pack.event.id;
  const before = await fieldDb.run((db) => db.get('packs', key));
  await fieldDb.run(async (db) => {
    const tx = db.transaction('packs', 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.put(installed, key), tx.done]);
  });
  if (await readPack(key)) return installed;
  await fieldDb.run((db): Promise<unknown> => (before ? db.put('packs', before, key) : db.delete('packs', key)));
  throw new PackProblem('pack-damaged');
}

/** The pack of an event, or null when there is none or it is not whole. */
export async function readPack(eventId: string): Promise<InstalledPack | null> {
  const kept = await fieldDb.run((db) => db.get('packs', eventId));
  return kept && (await hashOf(kept.pack)) === kept.hash ? lifted(kept) : null;
}

/** The events whose packs are here, the next first: what can be gone to without a network. */
export async function packedEvents(): Promise<FieldPack['event'][]> {
  const packs = await fieldDb.run((db) => db.getAll('packs'));
  return packs.map(({ pack }) => pack.event).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}
