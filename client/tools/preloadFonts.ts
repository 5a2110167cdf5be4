import type { Plugin } from 'vite';

/** Tells the browser of the two fonts in the page's head, so that text does not wait for the style sheet to name them. */
export const preloadFonts = (): Plugin => ({
  name: 'torilla:preload-fonts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => file.endsWith('.woff2'))
        .map((file) => ({ tag: 'link', injectTo: 'head', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true } })),
  },
});
