import { join } from 'node:path';

interface Graph {
  getModuleInfo(id: string): { code: string | null; importedIds: readonly string[] } | null;
}

const main = join(import.meta.dirname, '../src/main.ts');
// the page's first script, and what it loads the app with
const boot = new Set([join(import.meta.dirname, '../src/boot.ts'), '\0vite/preload-helper.js']);
const isPackage = (id: string) => /[\\/]node_modules[\\/]/.test(id);

// one module names all icons, so what it imports says nothing; who imports an icon says it by name
const ICONS = /@lucide[\\/]vue[\\/]dist[\\/]esm[\\/]lucide-vue\.m?js$/;
const ICON = /@lucide[\\/]vue[\\/].*[\\/]icons[\\/]([\w-]+)\.m?js$/;
const NAMED = /import\s*\{([^}]*)\}\s*from\s*["']@lucide\/vue["']/g;
const fileOf = (icon: string) => icon.replace(/([a-z])([A-Z0-9])|([0-9])([A-Z])/g, '$1$3-$2$4').toLowerCase();

/** What the app's start reaches without an import(): modules by id, icons by the name of their file. */
function reach(graph: Graph): Set<string> {
  const found = new Set<string>();
  const walk = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    const module = graph.getModuleInfo(id);
    if (!module || ICONS.test(id)) return;
    for (const [, names] of isPackage(id) ? [] : (module.code ?? '').matchAll(NAMED)) {
      for (const name of names!.split(',')) found.add(fileOf(name.trim().split(' ')[0]!));
    }
    module.importedIds.forEach(walk);
  };
  walk(main);
  return found;
}

/**
 * The chunks of what every page needs: `boot` is the first script, `frame` for packages, which a release of ours seldom changes and the browser keeps,
 * `app` for our own. Without them the bundler cuts a score of small files, and a phone waits for each. What stands
 * behind an import() stays there.
 */
export function firstLoad() {
  let found: Set<string> | undefined;
  const isNeeded = (id: string, graph: Graph) => (found ??= reach(graph)).has(ICON.exec(id)?.[1] ?? id);
  return [
    { debugName: 'boot', name: (id: string) => (boot.has(id) ? 'boot' : null), priority: 3 },
    { debugName: 'frame', name: (id: string, graph: Graph) => (isPackage(id) && isNeeded(id, graph) ? 'frame' : null), priority: 2 },
    { debugName: 'app', name: (id: string, graph: Graph) => (isNeeded(id, graph) ? 'app' : null), priority: 1 },
  ];
}
