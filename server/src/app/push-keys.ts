import webpush from 'web-push';
import type { Config } from './config.ts';
import { keptSecret } from './kept-secret.ts';

/** The key by which the city shows push services that it is the city (VAPID): base64url, on P-256. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/** A new pair. */
export const newPushKeys = (): PushKeys => webpush.generateVAPIDKeys();

/**
 * The keys for telling browsers: from the environment, or for trying Torilla from the data folder.
 * With another key every browser must be named anew, so they are kept.
 * @returns null where there are none: then nobody is offered it
 */
export async function pushKeys({ pushKeys: given, dataFolder, production }: Pick<Config, 'pushKeys' | 'dataFolder' | 'production'>): Promise<PushKeys | null> {
  if (given) return JSON.parse(given) as PushKeys;
  return dataFolder && !production ? keptSecret(dataFolder, 'vapid-keys.json', newPushKeys) : null;
}
