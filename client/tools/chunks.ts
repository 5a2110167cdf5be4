import { join } from 'node:path';

interface Module {
  code: string | null;
  importedIds: readonly string[];
  importers: readonly string[];
  dynamicImporters: readonly string[];
}

interface Graph {
  getModuleInfo(id: string): Module | null;
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

const KERNEL = /[\\/](?:client|schema)[\\/]src[\\/]kernel[\\/]/;

/** Whether it is of the kernel and needs no package that the app's start does without. */
function isOfKit(id: string, graph: Graph, isNeeded: (id: string) => boolean): boolean {
  if (isNeeded(id) || ICONS.test(id)) return true;
  return KERNEL.test(id) && (graph.getModuleInfo(id)?.importedIds ?? []).every((imported) => isOfKit(imported, graph, isNeeded));
}

/** Whether nobody but the administration asks for it. */
function isOfDesk(id: string, graph: Graph, asked = new Set<string>()): boolean {
  if (asked.has(id) || /[\\/]admin[\\/]/.test(id)) return true;
  asked.add(id);
  const { importers, dynamicImporters } = graph.getModuleInfo(id) ?? { importers: [], dynamicImporters: [] };
  const from = [...importers, ...dynamicImporters];
  return from.length > 0 && from.every((importer) => isOfDesk(importer, graph, asked));
}

/** A component's style, and the folder it is of: a noun's, or one of the app's own. */
const STYLE = /[\\/]src[\\/](?:(?:platform|features)[\\/])?([\w-]+)[\\/].*[?&]type=style/;
/** The noun that a module is of: in the app, in the schema, or in the documents of the API. */
const NOUN = /[\\/]src[\\/](?:features[\\/]|platform[\\/]|gql[\\/])?(\w+)[\\/.]/;
/** What the whole administration stands on. */
const FLOOR = new Set(['kernel', 'app', 'staff']);
/** A noun's pages and entries of navigation, all of which are known once somebody enters. */
const SIDE = /\.admin\.ts$/;
/** The desk of a noun, or that on which all stand. */
function deskOf(id: string): string {
  if (SIDE.test(id)) return 'desk';
  const noun = NOUN.exec(id)?.[1] ?? '';
  return noun && !FLOOR.has(noun) ? `desk-${noun}` : 'desk';
}
// a language comes by itself, and what a plugin made up goes where the bundler wants it
const STANDS_ALONE = /[\\/]locales[\\/]|messages|^\0/;
/** Less than this is not worth a file of its own: whoever installs the app fetches them all, one after another. */
const SMALL = 1000;
/**
 * The chunks. What every page needs: `boot` is the first script, `frame` for packages, which a release of ours seldom changes and the browser
 * keeps, `app` for our own. Without them the bundler cuts a score of small files, and a phone waits for each. What stands behind an import()
 * comes when it is asked for: as the `kit` what is of the kernel, small and on most pages, as a `part` all else that the same pages need, and as the
 * `desk` of its noun what only the administration does: a phone is deaf while it reads the whole of it. Styles stand in
 * one sheet per noun, and the icons of pages in one file: there are a hundred of each, none worth a file of its own. What is joined more than that
 * makes files that import each other in a circle (`circles.ts` fails the build then), and some are used before they are there.
 */
export function chunks() {
  let found: Set<string> | undefined;
  const isNeeded = (id: string, graph: Graph) => (found ??= reach(graph)).has(ICON.exec(id)?.[1] ?? id);
  return [
    { debugName: 'boot', name: (id: string) => (boot.has(id) ? 'boot' : null), priority: 6 },
    { debugName: 'frame', name: (id: string, graph: Graph) => (isPackage(id) && isNeeded(id, graph) ? 'frame' : null), priority: 5 },
    { debugName: 'app', name: (id: string, graph: Graph) => (isNeeded(id, graph) ? 'app' : null), priority: 4 },
    { debugName: 'looks', name: (id: string, graph: Graph) => (isOfDesk(id, graph) ? null : (STYLE.exec(id)?.[1] ?? null)), priority: 3.5 },
    {
      debugName: 'kit',
      name: (id: string, graph: Graph) => (!STANDS_ALONE.test(id) && !isOfDesk(id, graph) && isOfKit(id, graph, (one) => isNeeded(one, graph)) ? 'kit' : null),
      priority: 3.3,
    },
    { debugName: 'icons', name: (id: string, graph: Graph) => (ICON.test(id) && !isOfDesk(id, graph) ? 'icons' : null), priority: 3 },
    {
      debugName: 'part',
      name: (id: string, graph: Graph) => (STANDS_ALONE.test(id) || isOfDesk(id, graph) ? null : 'part'),
      entriesAware: true,
      entriesAwareMergeThreshold: SMALL,
      priority: 2,
    },
    { debugName: 'desk', name: (id: string) => (STANDS_ALONE.test(id) ? null : deskOf(id)), priority: 1 },
  ];
}
