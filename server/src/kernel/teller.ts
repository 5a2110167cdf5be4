import type { DeliveryResult, NotificationKind } from '@torilla/schema/notifications/kinds';
import type { Context } from './context.ts';
import type { Locale } from '@torilla/schema/kernel/locale';
import type { Mail } from './services.ts';

/** What a notification tells of, as its noun needs it to say so. */
export interface About {
  kind: NotificationKind;
  detail: string;
  subjectId: string;
  /** The id of what it tells of: an answer, a step. */
  cause: string;
}

/** A mail in a language, for what is added to it. */
export interface Letter extends Mail {
  language: Locale;
}

/** How a noun says what it tells of. It is asked when something is sent, so that nobody is told what is not so any more. */
export interface Teller {
  /** Its own letter to whoever left an address with what it is about; null where there is none (any more): then an account has a short one. */
  letter?(ctx: Context, about: About): Promise<Letter | null>;
  /** Where it is read in the app: in the account, or by whoever holds the receipt. It travels sealed to the browser, and nowhere else. */
  path(ctx: Context, about: About, whose: 'ACCOUNT' | 'RECEIPT'): Promise<string>;
  /** Notes how its mail went. */
  mailed?(ctx: Context, about: About, result: DeliveryResult): Promise<unknown>;
}

/** By kind. */
export type Tellers = Readonly<Partial<Record<NotificationKind, Teller>>>;
