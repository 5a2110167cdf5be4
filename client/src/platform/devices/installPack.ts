import { fieldDb } from './fieldStore.ts';
import { hashOf, PackProblem, wholePack, type FieldPack, type InstalledPack } from './fieldPack.ts';
import type { FieldPackQuery } from '../../gql/devices/graphql.ts';

/**
 * Installs an event's pack all or nothing: asked for in one answer, checked, written at once, read back and compared. Whatever fails, the pack
 * that was there before is there still.
 * @throws PackProblem, or whatever asking throws
 */
export async function installPack(ask: () => Promise<FieldPackQuery | undefined>): Promise<InstalledPack> {
  const pack = wholePack(await ask());
  const installed: InstalledPack = { pack, hash: await hashOf(pack), installedAt: new Date().toISOString() };
  const db = await fieldDb();
  const before = await db.get('packs', pack.event.id);
  const tx = db.transaction('packs', 'readwrite', { durability: 'strict' });
  await Promise.all([tx.store.put(installed, pack.event.id), tx.done]);
  if (await readPack(pack.event.id)) return installed;
  await (before ? db.put('packs', before, pack.event.id) : db.delete('packs', pack.event.id));
  throw new PackProblem('pack-damaged');
}

/** The pack of an event, or null when there is none or it is not whole. */
export async function readPack(eventId: string): Promise<InstalledPack | null> {
  const kept = await (await fieldDb()).get('packs', eventId);
  return kept && (await hashOf(kept.pack)) === kept.hash ? kept : null;
}

/** The events whose packs are here, the next first: what can be gone to without a network. */
export async function packedEvents(): Promise<FieldPack['event'][]> {
  const packs = await (await fieldDb()).getAll('packs');
  return packs.map(({ pack }) => pack.event).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}
