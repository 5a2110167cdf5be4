import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importsOf } from './imports.ts';

/*
 * Weighs a resident's first load: what index.html names and what those files import at once. Run after a build; over the
 * budget it fails the build, so that a heavy import is noticed on the day it is made.
 */
const BUDGET = { js: 120_000, css: 20_000 };
const dist = join(import.meta.dirname, '../dist/browser');

const html = await readFile(join(dist, 'index.html'), 'utf8');
const waiting = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((m) => m[1]!);
const weight = { js: 0, css: 0 };
const seen = new Set<string>();
for (let file = waiting.pop(); file; file = waiting.pop()) {
  if (seen.has(file)) continue;
  seen.add(file);
  const text = await readFile(join(dist, file), 'utf8');
  const kind = file.endsWith('.css') ? 'css' : 'js';
  weight[kind] += gzipSync(text, { level: 9 }).length;
  if (kind === 'js') waiting.push(...importsOf(text).map((name) => `assets/${name}`));
}
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(`first load, gzipped: ${kB(weight.js)} of script (at most ${kB(BUDGET.js)}), ${kB(weight.css)} of style (at most ${kB(BUDGET.css)})`);
if (weight.js > BUDGET.js || weight.css > BUDGET.css) process.exit(1);
