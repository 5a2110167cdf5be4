import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import webpush from 'web-push';
import type { Config } from './config.ts';

/** The key by which the city shows push services that it is the city (VAPID): base64url, on P-256. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/** A new pair. */
export const newPushKeys = (): PushKeys => webpush.generateVAPIDKeys();

/**
 * The keys for telling browsers: from the environment, or for trying Torilla from a file in the data folder that is made at the first start.
 * With another key every browser must be named anew, so they are kept.
 * @returns null where there are none: then nobody is offered it
 */
export function pushKeys({ pushKeys: given, dataFolder, production }: Pick<Config, 'pushKeys' | 'dataFolder' | 'production'>): PushKeys | null {
  if (given) return JSON.parse(given) as PushKeys;
  if (!dataFolder || production) return null;
  const file = path.join(dataFolder, 'vapid-keys.json');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, JSON.stringify(newPushKeys()), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as PushKeys;
}
