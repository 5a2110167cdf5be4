import { randomBytes } from 'node:crypto';
import type { Config } from './config.ts';
import { keptSecret } from './kept-secret.ts';

/**
 * The key of the hash by which a person is known again: from the environment, or for trying Torilla from the data folder.
 * @throws Error where there is neither
 */
export async function identityKey({ identityKey: given, dataFolder }: Pick<Config, 'identityKey' | 'dataFolder'>): Promise<string> {
  if (given) return given;
  if (!dataFolder) throw new Error('IDENTITY_KEY or DATA_FOLDER must be set, so that who votes today is known again tomorrow');
  return keptSecret(dataFolder, 'identity-key.json', () => randomBytes(32).toString('base64'));
}
