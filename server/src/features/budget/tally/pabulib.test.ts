import { existsSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkFolder } from './check-folder.ts';

/** Real elections, which lie beside the repository where there are any: they are nobody's to give away. */
const folder = path.resolve(path.dirname(findPackageJSON('..', import.meta.url)!), '../../shared/pabulib');

test.skipIf(!existsSync(folder))('real elections are counted as two other programs count them', { timeout: 120_000 }, async () => {
  const { results, differences } = await checkFolder(folder);
  expect(differences).toEqual([]);
  expect(results).toBeGreaterThan(0);
});
