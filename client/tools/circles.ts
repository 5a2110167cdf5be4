import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importsOf } from './imports.ts';

/*
 * Looks for files that import each other in a circle. Run after a build; one circle fails it, for what such files name at their start may not be there yet:
 * an icon is missing, a table has a hole, and nothing says so.
 */
const assets = join(import.meta.dirname, '../dist/browser/assets');
const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
const imports = new Map(await Promise.all(scripts.map(async (name) => [name, importsOf(await readFile(join(assets, name), 'utf8'))] as const)));

const done = new Set<string>();
function circleFrom(name: string, way: readonly string[] = []): readonly string[] | null {
  if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
  if (done.has(name)) return null;
  for (const next of imports.get(name) ?? []) {
    const circle = circleFrom(next, [...way, name]);
    if (circle) return circle;
  }
  done.add(name);
  return null;
}
for (const name of scripts) {
  const circle = circleFrom(name);
  if (!circle) continue;
  console.error(`These files import each other in a circle: ${circle.join(' → ')}. See tools/chunks.ts.`);
  process.exit(1);
}
