import { CapturePayload, SEALED_LIMIT, type CaptureKind, type SealedCapture } from '@torilla/schema/kernel/capture';
import { createHash } from 'node:crypto';
import type { CaptureHandler } from '../../kernel/feature.ts';
import { parse } from '../../kernel/input.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Services } from '../../kernel/services.ts';

/** An opened capture that may be put into effect. */
export interface Judged {
  handler: CaptureHandler;
  input: unknown;
}

/** An item after it was looked at, before anything is written. */
export interface Looked {
  item: SealedCapture;
  /** Why it cannot even be stored: the body changed on its way, or is beyond measure. */
  refused: 'HASH_MISMATCH' | 'TOO_LARGE' | null;
  /** The operation that it names, if it could be opened. */
  operation: string | null;
  /** Whether nobody may read it. */
  secret: boolean;
  judged: Judged | Problem;
}

/** Checks the hash, opens the seal, lifts and validates. What is wrong with the contents is told, not thrown: the item is stored all the same. */
export async function look(item: SealedCapture, services: Services): Promise<Looked> {
  const base = { item, operation: null, secret: false, judged: new Problem('capture-unopenable') };
  if (item.sealed.length > SEALED_LIMIT) return { ...base, refused: 'TOO_LARGE' };
  if (createHash('sha256').update(item.sealed).digest('hex') !== item.sha256) return { ...base, refused: 'HASH_MISMATCH' };
  const opened = await openItem(item.sealed, item, services);
  return { item, refused: null, secret: isSecret(opened.operation, services), ...opened };
}

async function openItem(sealed: string, of: { id: string; revision: number }, services: Services): Promise<Pick<Looked, 'operation' | 'judged'>> {
  let operation: string | null = null;
  try {
    const payload = await payloadOf(sealed, of, services);
    operation = payload.operation;
    return { operation, judged: judge(payload, services.captures) };
  } catch (error) {
    if (error instanceof Problem) return { operation, judged: error };
    throw error;
  }
}

/** Whether what an operation asks for nobody may read. */
export const isSecret = (operation: string | null, { captures }: Pick<Services, 'captures'>): boolean => captures.get(operation ?? '')?.kind.secret === true;

/** What a seal holds. @throws Problem `capture-unopenable`, `capture-foreign`, `bad-input` */
export async function payloadOf(sealed: string, of: { id: string; revision: number }, services: Services): Promise<CapturePayload> {
  const opened = await services.cityKeys.open(sealed);
  if (opened.id !== of.id || opened.revision !== of.revision) throw new Problem('capture-foreign');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(opened.plaintext));
  } catch {
    throw new Problem('capture-unopenable'); // neither text nor JSON: no app of ours sealed it
  }
  return parse(CapturePayload, json);
}

/** Finds the command, lifts an older input to today's version and validates it. @throws Problem */
export function judge({ operation, version, input }: CapturePayload, captures: Services['captures']): Judged {
  const handler = captures.get(operation);
  if (!handler) throw new Problem('capture-unknown-operation', { operation });
  return { handler, input: parse(handler.kind.input, lift(handler.kind, version, input)) };
}

function lift(kind: CaptureKind, from: number, input: unknown): unknown {
  let lifted = input;
  for (let version = from; version < kind.version; version++) {
    const step = kind.lifts?.[version];
    if (!step) throw new Problem('capture-unknown-version', { operation: kind.operation, version: from });
    lifted = step(lifted as never);
  }
  if (from > kind.version) throw new Problem('capture-unknown-version', { operation: kind.operation, version: from });
  return lifted;
}
