import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from './actor.ts';
import type { Stream } from './changes.ts';
import type { Clock } from './clock.ts';
import type { Services } from './services.ts';

/** One line of the audit log: who did what to whom or what. Never contents. */
export interface AuditLine {
  action: string;
  subject: string;
  subjectId: string | null;
}

/** What a sealed capture brings beside its input: where, when and by whom it was made. */
export interface CaptureFacts {
  id: string;
  revision: number;
  receipt: string;
  deviceId: string;
  eventId: string | null;
  workerId: string | null;
  capturedAt: Date;
  receivedAt: Date;
}

/** The session of the browser that asks, and the cookie that carries its secret. */
export interface BrowserSession {
  readonly secret: string | null;
  /** Null for a secret that opens nothing. */
  readonly id: string | null;
  /** The browser and its system, as it names itself. */
  readonly agent: string;
  set(secret: string): void;
  clear(): void;
}

/** The first argument of everything that works for somebody: who asks, on which unit of work, at what time. */
export interface Context {
  em: EntityManager;
  actor: Actor;
  clock: Clock;
  services: Services;
  /** The lines that the commands of this unit of work wrote; flushed as its last statement. */
  audit: AuditLine[];
  /** Whether `em` is a command's own unit of work: what is called within joins its transaction. */
  inTransaction?: boolean;
  /** Set while a sealed capture is being put into effect. */
  capture?: CaptureFacts;
  /** The address that asks, as far as it is one household's; for rate limits only, never logged, never stored. */
  address: string;
  /** Absent where no browser asks, as in jobs. */
  session?: BrowserSession;
  /** Set for a subscription. */
  stream?: Stream;
}
