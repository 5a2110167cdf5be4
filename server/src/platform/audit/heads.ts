import type { EntityManager } from '@mikro-orm/postgresql';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AuditBroken, verifyAudit, type AuditHead, type KeptHead } from './verify.ts';

const Head = z.object({
  id: z.string().regex(/^\d{1,19}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  count: z.int().min(1),
});

/** The heads in a file, the oldest first; none when there is no file yet. @throws AuditBroken at a line that is no head */
export async function* headsIn(file: string): AsyncGenerator<KeptHead> {
  if (!existsSync(file)) return;
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const where = `Line ${++number} of ${file}`;
    const { data } = Head.safeParse(jsonOf(line));
    if (!data) throw new AuditBroken('0', `${where} is no head. The file of heads was changed, or writing it was cut short.`);
    yield { ...data, where };
  }
}

/**
 * Adds the log's head to the file, after looking that the log still holds the last one and goes on from it.
 * @returns the new head; null when nothing has come since
 * @throws AuditBroken, and then nothing is added
 */
export async function keepHead(em: EntityManager, file: string): Promise<AuditHead | null> {
  let last: KeptHead | null = null;
  for await (const head of headsIn(file)) last = head;
  const head = await verifyAudit(em, last ? [last] : [], last);
  if (!head || head.id === last?.id) return null;
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, 'a', 0o640);
  try {
    await handle.appendFile(`${JSON.stringify(head)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return head;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null; // judged as a line that is no head
  }
}
