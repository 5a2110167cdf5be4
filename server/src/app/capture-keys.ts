import type { CityKeys } from '../kernel/services.ts';
import { cityKeysFrom, newCityKey } from '../platform/inbox/city-keys.ts';
import type { Config } from './config.ts';
import { keptSecret } from './kept-secret.ts';

/**
 * The city's keys: from the environment, or for trying Torilla from the data folder.
 * @throws Error when the keys cannot be read
 */
export async function captureKeys({ captureKeys, dataFolder }: Pick<Config, 'captureKeys' | 'dataFolder'>): Promise<CityKeys> {
  if (captureKeys) return cityKeysFrom(JSON.parse(captureKeys));
  if (!dataFolder) throw new Error('CAPTURE_KEYS or DATA_FOLDER must be set, so that what is sealed today can be opened tomorrow');
  return cityKeysFrom(await keptSecret(dataFolder, 'capture-keys.json', async () => [await newCityKey()]));
}
