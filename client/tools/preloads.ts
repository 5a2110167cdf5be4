import { join } from 'node:path';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

const main = join(import.meta.dirname, '../src/main.ts');
const link = (attrs: HtmlTagDescriptor['attrs']): HtmlTagDescriptor => ({ tag: 'link', injectTo: 'head', attrs: { ...attrs, crossorigin: true } });

/**
 * Names in the page's head what it needs next, so that nothing waits for a file to name another: the app's chunks, which the page's
 * first script imports, their style, and the two fonts.
 */
export const preloads = (): Plugin => ({
  name: 'torilla:preloads',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const chunks = startOf(bundle);
      const styles = new Set(chunks.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
      return [
        ...chunks.filter(({ fileName }) => !html.includes(fileName)).map(({ fileName }) => link({ rel: 'modulepreload', href: `/${fileName}` })),
        ...[...styles].map((file) => link({ rel: 'stylesheet', href: `/${file}` })),
        ...Object.keys(bundle)
          .filter((file) => file.endsWith('.woff2'))
          .map((file) => link({ rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}` })),
      ];
    },
  },
});

// the app's chunk and what it imports at once
function startOf(bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const found = new Set(chunks.filter(({ facadeModuleId, moduleIds }) => facadeModuleId === main || moduleIds.includes(main)));
  for (const { imports } of found) for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return [...found];
}
