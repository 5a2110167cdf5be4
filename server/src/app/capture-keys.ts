import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CityKeys } from '../kernel/services.ts';
import { cityKeysFrom, newCityKey } from '../platform/inbox/city-keys.ts';
import type { Config } from './config.ts';

/**
 * The city's keys: from the environment, or for trying Torilla from a file in the data folder that is made at the first start.
 * @throws Error when the keys cannot be read
 */
export async function captureKeys({ captureKeys, dataFolder }: Pick<Config, 'captureKeys' | 'dataFolder'>): Promise<CityKeys> {
  if (captureKeys) return cityKeysFrom(JSON.parse(captureKeys));
  if (!dataFolder) throw new Error('CAPTURE_KEYS or DATA_FOLDER must be set, so that what is sealed today can be opened tomorrow');
  const file = path.join(dataFolder, 'capture-keys.json');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, JSON.stringify([await newCityKey()]), { mode: 0o600 });
  }
  return cityKeysFrom(JSON.parse(readFileSync(file, 'utf8')));
}
