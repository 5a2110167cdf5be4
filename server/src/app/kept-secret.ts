import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A secret for trying Torilla: read from a file in the data folder, which is made at the first start. */
export async function keptSecret<T>(dataFolder: string, name: string, make: () => T | Promise<T>): Promise<T> {
  const file = path.join(dataFolder, name);
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, JSON.stringify(await make()), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
