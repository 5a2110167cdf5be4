import type { DeliveryResult } from '@torilla/schema/notifications/kinds';
import type { PushAnswer } from '../../kernel/push.ts';
import type { MailFailure } from '../../kernel/services.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How long is waited after each try that failed; when they are used up it is given up. */
const PAUSES = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * MINUTE);
/** The longest that a push service's own wish to be left alone is heeded. */
const LONGEST_PAUSE = DAY;

/** How one try ended. */
export interface Outcome {
  /** What became of it; `LATER` when it is tried again. */
  result: Exclude<DeliveryResult, 'WAITING'> | 'LATER';
  /** Why it has not left, as a code. */
  why: string | null;
  /** How long the other side asked to be left alone. */
  afterMs?: number | null;
}

/** What a push service's answer means. A browser that it knows no more is gone for good. */
export function outcomeOfPush(answer: PushAnswer): Outcome {
  if ('fault' in answer) return { result: answer.fault === 'not-allowed' || answer.fault === 'unusable-key' ? 'REFUSED' : 'LATER', why: answer.fault };
  const { status, retryAfterMs } = answer;
  const why = String(status);
  if (status >= 200 && status < 300) return { result: 'SENT', why: null };
  if (status === 404 || status === 410) return { result: 'GONE', why };
  if (status === 429 || status >= 500) return { result: 'LATER', why, afterMs: retryAfterMs };
  return { result: 'REFUSED', why };
}

/** What a mail server's refusal means: 5xx is for good, an address that is none or a mailbox that takes nothing. */
export function outcomeOfMail(sent: boolean, failure: MailFailure | null): Outcome {
  if (sent) return { result: 'SENT', why: null };
  const code = failure?.responseCode;
  return { result: code && code >= 500 ? 'REFUSED' : 'LATER', why: code ? String(code) : (failure?.code ?? 'unknown') };
}

/** When it is tried again after so many tries; null when it was tried long enough. */
export function nextTry(attempts: number, now: Date, afterMs?: number | null): Date | null {
  const pause = PAUSES[attempts - 1];
  if (pause === undefined) return null;
  return new Date(now.getTime() + Math.max(pause, Math.min(afterMs ?? 0, LONGEST_PAUSE)));
}
