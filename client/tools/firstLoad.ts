import { join } from 'node:path';

interface Graph { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

const main = join(import.meta.dirname, '../src/main.ts');
const isPackage = (id: string) => /[\\/]node_modules[\\/]/.test(id);

/**
 * The chunks of what every page needs: `frame` for packages, which a release of ours seldom changes and the browser keeps,
 * `app` for our own. Without them the bundler cuts a score of small files, and a phone waits for each. What stands
 * behind an import() stays there.
 */
export function firstLoad() {
  let needed: Set<string> | undefined;
  const reach = (graph: Graph) => {
    const found = new Set<string>();
    const walk = (id: string) => {
      if (found.has(id)) return;
      found.add(id);
      graph.getModuleInfo(id)?.importedIds.forEach(walk);
    };
    walk(main);
    return found;
  };
  const isNeeded = (id: string, graph: Graph) => (needed ??= reach(graph)).has(id);
  return [
    { name: (id: string, graph: Graph) => (isPackage(id) && isNeeded(id, graph) ? 'frame' : null), priority: 2 },
    { name: (id: string, graph: Graph) => (isNeeded(id, graph) ? 'app' : null), priority: 1 },
  ];
}
