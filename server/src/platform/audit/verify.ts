import type { EntityManager } from '@mikro-orm/postgresql';
import { createHash } from 'node:crypto';
import { sql } from '../../kernel/command.ts';

/** Where the log stood at a moment: its last line, and how many there were. Whoever keeps one can tell later whether the log is still the same. */
export interface AuditHead {
  id: string;
  hash: string;
  /** When that line was written. */
  at: string;
  count: number;
}

/** A head that was kept, and where. */
export interface KeptHead extends AuditHead {
  where: string;
}

/** The first line of the log at which it is not what it was. */
export class AuditBroken extends Error {
  constructor(
    readonly id: string,
    why: string,
  ) {
    super(`The audit log is broken at line ${id}: ${why}`);
  }
}

const PAGE = 5000;
/** The least that a number of a line can be. */
const LEAST = -(2n ** 63n);

interface Line {
  id: string;
  /** Seconds since 1970 with six decimals: as the hash has them. */
  at: string;
  actor_kind: string;
  actor_id: string | null;
  action: string;
  subject: string;
  subject_id: string | null;
  hash: string;
}

/**
 * Walks the log in pages, works out each line's hash anew, here and not in the database, and compares it with the heads that were kept.
 * With `since` it begins at that head, which stands for all that came before.
 * @returns where the log stands; null when it has no line and never had
 * @throws AuditBroken
 */
export async function verifyAudit(
  em: EntityManager,
  kept: AsyncIterable<KeptHead> | Iterable<KeptHead> = [],
  since: AuditHead | null = null,
): Promise<AuditHead | null> {
  const heads = headsOf(kept);
  let next = await heads.next();
  let head: AuditHead | null = null;
  for await (const line of linesFrom(em, since ? BigInt(since.id) : LEAST)) {
    if (line.id !== since?.id) assertFollows(line, head);
    if (!next.done && BigInt(next.value.id) < BigInt(line.id)) throw gone(next.value, 'The log was written anew without it.');
    head = { id: line.id, hash: line.hash, at: new Date(Number(line.at) * 1000).toISOString(), count: head ? head.count + 1 : (since?.count ?? 1) };
    for (; !next.done && next.value.id === line.id; next = await heads.next()) assertSame(next.value, head);
  }
  if (!next.done) throw gone(next.value, "The log's end was cut off.");
  return head;
}

async function* headsOf(kept: AsyncIterable<KeptHead> | Iterable<KeptHead>): AsyncGenerator<KeptHead> {
  let last = 0n;
  for await (const head of kept) {
    if (BigInt(head.id) < last) throw new AuditBroken(head.id, `${head.where} names an earlier line than the head before it. The file of heads was changed.`);
    last = BigInt(head.id);
    yield head;
  }
}

async function* linesFrom(em: EntityManager, first: bigint): AsyncGenerator<Line> {
  for (let [from, page] = [first, PAGE]; page === PAGE;) {
    const lines = await sql<Line>(
      em,
      `select id::text, extract(epoch from at)::text as at, actor_kind, actor_id, action, subject, subject_id, hash
      from audit_line where id >= $1 order by audit_line.id limit $2`,
      [String(from), PAGE],
    );
    yield* lines;
    page = lines.length;
    if (page) from = BigInt(lines.at(-1)!.id) + 1n;
  }
}

function assertFollows(line: Line, before: AuditHead | null): void {
  const told = [line.actor_kind, line.actor_id, line.action, line.subject, line.subject_id];
  // the hash joins them by a bar and takes nothing for an empty text: neither may stand in a line, or it could be read in two ways
  if (told.some((text) => text === '' || text?.includes('|'))) throw new AuditBroken(line.id, 'it holds what no line may hold. It was changed.');
  const text = [before?.hash ?? '', line.id, line.at, ...told.map((part) => part ?? '')].join('|');
  if (createHash('sha256').update(text).digest('hex') === line.hash) return;
  throw new AuditBroken(
    line.id,
    `its hash does not follow from what it says and from ${before ? `line ${before.id}` : 'nothing'} before it. It was changed or moved, or lines before it were removed.`,
  );
}

function assertSame(kept: KeptHead, { id, hash, count }: AuditHead): void {
  if (kept.hash !== hash) throw new AuditBroken(id, `${kept.where} has another hash for it. The log was written anew up to there.`);
  if (kept.count !== count) throw new AuditBroken(id, `${kept.where} counts ${kept.count} lines up to it, and the log has ${count}.`);
}

const gone = ({ id, where }: KeptHead, how: string): AuditBroken => new AuditBroken(id, `${where} names it, and it is not there. ${how}`);
