import type { Assessment } from '@torilla/schema/accessibility/accessibility';
import type { DeviceKey } from '@torilla/schema/devices/devices';
import type { Changes } from './changes.ts';
import type { CaptureHandler } from './feature.ts';
import type { Figure } from './figure.ts';
import type { EventFigure, Quoting } from './occasion.ts';
import type { Personal, Withdrawals } from './personal.ts';
import type { Holder } from './holder.ts';
import type { PushSender } from './push.ts';
import type { RetentionRule } from './retention.ts';
import type { Findable } from './search/index.ts';
import type { Tellers } from './teller.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  headers?: Readonly<Record<string, string>>;
  /** The same each time that it is tried, so that a mailbox knows one that it has. */
  messageId?: string;
}

/** Why a mail did not leave: codes alone, for what a mail server says names the address. */
export interface MailFailure {
  code: string;
  responseCode: number | null;
}

/**
 * Sends mail. In the demo the mailbox page shows it instead. Called after the commit: what was rolled back must not be mailed.
 * A failure is logged, without the address, and counted; nothing is thrown.
 */
export interface Mailer {
  /** Sends while somebody waits to hear whether it left; `failed` hears why it did not. */
  send(mail: Mail, failed?: (failure: MailFailure) => void): Promise<boolean>;
  /** Sends beside the request, patiently. How long the request takes then tells nothing of whether there was a mail. */
  post(mail: Mail): void;
}

/** What the protected header and the plain text of an opened seal hold. */
export interface Opened {
  id: unknown;
  revision: unknown;
  plaintext: Uint8Array;
}

/** The city's keys: captures are sealed to the current one; older ones still open. */
export interface CityKeys {
  readonly current: { kid: string; jwk: DeviceKey };
  /** Opens a compact JWE. @throws Problem `capture-unopenable` when it was not sealed to a key of ours or was changed */
  open(sealed: string): Promise<Opened>;
}

/** Gives the path at which signing in by an identity provider starts; undefined where there is none for them. */
export type DoorOf = (audience: 'STAFF' | 'RESIDENT') => string | undefined;

/** How long a session lasts, in milliseconds: without being used, and at the most. */
export interface SessionTimes {
  staff: { idle: number; most: number };
  resident: { idle: number; most: number };
}

/** What the environment says that a noun's rules are made of. */
export interface Settings {
  sessionTimes: SessionTimes;
}

/** From where maps get their pictures. */
export interface MapTiles {
  /** With `{z}`, `{x}` and `{y}` in it. */
  url: string;
  /** Who makes them, as it stands on the map. */
  attribution: string;
}

/** What the application hands to everything that works for somebody; made once, in `main.ts`. */
export interface Services {
  mailer: Mailer;
  cityKeys: CityKeys;
  /** The key of the hash by which a person is known again: identity numbers are few enough to be tried one by one. */
  identityKey: string;
  /** Tells browsers; null where the city has no keys for it. */
  push: PushSender | null;
  /** How the nouns say what people are told of. */
  tellers: Tellers;
  /** The operations that may arrive sealed, by name. */
  captures: ReadonlyMap<string, CaptureHandler>;
  /** What each noun holds of a resident, in the order in which it is erased. */
  personal: readonly Personal[];
  /** What follows when a consent is withdrawn. */
  withdrawals: Withdrawals;
  /** The figures that the nouns give the plan, in the order of the nouns. */
  figures: readonly Figure[];
  /** The figures that the nouns give an event, in the order of the nouns. */
  eventFigures: readonly EventFigure[];
  /** What of what was said at an event may be quoted, by each noun that has such words. */
  quoting: readonly Quoting[];
  /** What staff put pictures to, by each noun that has such things. */
  pictured: readonly Holder[];
  /** What staff put files to, by each noun that has such things. */
  filed: readonly Holder[];
  /** Tells what has changed, in whichever process it was. */
  changes: Changes;
  /** What the nouns give to search, in the order in which it is shown. */
  finds: readonly Findable[];
  /** Takes one from the budget of `key`. @throws Problem `too-many-requests` when it is used up */
  limit(key: string, most: number, perMs: number): void;
  doorOf: DoorOf;
  /** Where the app is reached, without a slash at the end. */
  publicUrl: string;
  /** The rules of retention, in the order of the nouns. */
  retention: readonly RetentionRule[];
  /** What the last run of tests found of the app that is served; null when none is known. */
  assessment: Assessment | null;
  /** The file to which the audit log's head is added; null where no place was named for one. */
  auditHeads: string | null;
  /** Whether this server is for trying Torilla: its mail is read at /dev/posti. */
  demo: boolean;
  /** Null where no server is named: maps then ask nobody. */
  mapTiles: MapTiles | null;
}
