import path from 'node:path';
import { z } from 'zod';
import type { MapTiles, SessionTimes } from '../kernel/services.ts';
import { mapTilesFrom } from './map-settings.ts';
import { residentProviderFrom, staffProviderFrom, type ResidentProvider, type StaffProvider } from './provider-settings.ts';
import { pushServicesFrom, type PushServices } from './push-services.ts';
import { withSecrets } from './secrets.ts';
import { sessionTimesFrom } from './session-settings.ts';
import type { SmtpSettings } from './smtp.ts';

const Port = z.coerce.number().int().min(0).max(65535);

const Environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL of PostgreSQL 15 or newer' }),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }).optional(),
  PORT: Port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: Port.default(9464),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be the address at which people reach the app' })
    .transform((url) => url.replace(/\/$/, ''))
    .optional(),
  CAPTURE_KEYS: z.string().optional(),
  IDENTITY_KEY: z.string().optional(),
  VAPID_KEYS: z.string().optional(),
  PUSH_SERVICES: z.string().optional(),
  DATA_FOLDER: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtps://user:password@host or smtp://host' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'must be an address, such as Torilla <torilla@example.fi>')
    .optional(),
  AUDIT_HEADS: z.string().min(1).optional(),
  DEMO: z.enum(['true', 'false']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: z.enum(['true', 'false']).default('false'),
});

/** What the environment says, checked once at start. */
export interface Config {
  production: boolean;
  databaseUrl: string;
  ownerUrl: string;
  port: number;
  host: string;
  metricsPort: number;
  publicUrl: string;
  /** Private JSON Web Keys; the first is the one that captures are sealed to now. */
  captureKeys: string | null;
  /** The key of the hash by which a person is known again without their identity number being kept. */
  identityKey: string | null;
  /** The keys by which the city shows push services that it is the city, as JSON. */
  pushKeys: string | null;
  /** To which push services it posts. */
  pushServices: PushServices;
  dataFolder: string | null;
  /** The city's mail server; null where there is none, and the mailbox page takes its place. */
  smtp: SmtpSettings | null;
  /** Where staff come from beside the mailed code; null where there is no such provider. */
  staffProvider: StaffProvider | null;
  /** By what residents show who they are; null where there is no such broker, and the mailed code is their way in. */
  residentProvider: ResidentProvider | null;
  /** The file to which the audit log's head is added, so that a cut end is found. */
  auditHeads: string | null;
  sessionTimes: SessionTimes;
  /** From where maps get their pictures; null where no server is named. */
  mapTiles: MapTiles | null;
  /** Whether the demo's accounts and its mailbox page are there. */
  demo: boolean;
  logLevel: string;
  trustProxy: boolean;
}

/**
 * Reads the environment.
 * @throws Error that names every fault in a sentence of its own
 */
export function readConfig(given: NodeJS.ProcessEnv): Config {
  const { environment, faults: unusable } = withSecrets(given);
  const { success, data, error } = Environment.safeParse(environment);
  const faults = success
    ? []
    : error.issues.map((issue) => `${issue.path.join('.')}: ${environment[String(issue.path[0])] === undefined ? 'is missing' : issue.message}`);
  const staffProvider = staffProviderFrom(environment, faults);
  const residentProvider = residentProviderFrom(environment, faults);
  const sessionTimes = sessionTimesFrom(environment, faults);
  const pushServices = servicesFrom(environment['PUSH_SERVICES'], faults);
  const mapTiles = mapTilesFrom(environment, faults);
  if (data?.NODE_ENV === 'production') {
    if (!data.PUBLIC_URL?.startsWith('https://'))
      faults.push('PUBLIC_URL: must be an https address in production; browsers install and seal nothing without it');
    if (!data.CAPTURE_KEYS) faults.push('CAPTURE_KEYS: is missing; without its own key the city could not open what residents say. Make one with `cli keys`');
    if (!data.IDENTITY_KEY)
      faults.push('IDENTITY_KEY: is missing; by it a person is known again without their identity number being kept. Make one at random, and never change it');
    if (!data.SMTP_URL) faults.push('SMTP_URL: is missing; without a mail server nobody gets a sign-in code');
    if (!data.AUDIT_HEADS && !data.DATA_FOLDER)
      faults.push('AUDIT_HEADS: is missing; without a file of heads nobody could tell that the end of the audit log was cut off');
    if (pushServices.local) faults.push('PUSH_SERVICES: localhost is for tests; in production it would let strangers have this machine asked');
    if (data.DEMO === 'true') faults.push("DEMO: the demo's accounts are known to everyone and must not exist in production");
  }
  if (data?.SMTP_URL && !data.MAIL_FROM) faults.push('MAIL_FROM: is missing; mail needs a sender');
  if (data?.SMTP_URL && data.DEMO === 'true') faults.push('SMTP_URL: the demo shows its mail at /dev/posti and sends none; set one of the two');
  // a secret that could not be had is told as that, and not once more as missing
  const told = [...unusable, ...faults.filter((fault) => !unusable.some((known) => known.split(/:|_FILE:/)[0] === fault.split(':')[0]))];
  if (told.length || !data) throw new Error(`The environment is not right:\n${told.map((fault) => `  ${fault}`).join('\n')}`);
  return {
    production: data.NODE_ENV === 'production',
    databaseUrl: data.DATABASE_URL,
    ownerUrl: data.DATABASE_OWNER_URL ?? data.DATABASE_URL,
    port: data.PORT,
    host: data.HOST,
    metricsPort: data.METRICS_PORT,
    publicUrl: data.PUBLIC_URL ?? `http://localhost:${data.PORT}`,
    captureKeys: data.CAPTURE_KEYS ?? null,
    identityKey: data.IDENTITY_KEY ?? null,
    pushKeys: data.VAPID_KEYS ?? null,
    pushServices,
    dataFolder: data.DATA_FOLDER ?? null,
    smtp: data.SMTP_URL ? { url: data.SMTP_URL, from: data.MAIL_FROM! } : null,
    staffProvider,
    residentProvider,
    auditHeads: data.AUDIT_HEADS ?? (data.DATA_FOLDER ? path.join(data.DATA_FOLDER, 'audit-heads.jsonl') : null),
    sessionTimes,
    mapTiles,
    demo: data.DEMO === 'true',
    logLevel: data.LOG_LEVEL,
    trustProxy: data.TRUST_PROXY === 'true',
  };
}

function servicesFrom(list: string | undefined, faults: string[]): PushServices {
  try {
    return pushServicesFrom(list);
  } catch (error) {
    faults.push(`PUSH_SERVICES: ${(error as Error).message}`);
    return pushServicesFrom(undefined);
  }
}
