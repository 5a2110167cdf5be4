import tailwindcss from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { defaultClientConditions, defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { chunks } from './tools/chunks.ts';
import { compileMessages } from './tools/compileMessages.ts';
import { manifest } from './tools/manifest.ts';
import { preloads } from './tools/preloads.ts';

// has the browser's compiler make all functions of a file at once and beside the page, rather than each when it is first called
const ALL_AT_ONCE = '//# allFunctionsCalledOnLoad';

/**
 * The resident's, the worker's and the administrator's app, one bundle cut by route; and, built with `--ssr`, what the server renders
 * its readable pages with.
 */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    vue(),
    tailwindcss(),
    preloads(),
    compileMessages(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/service-worker',
      filename: 'sw.ts',
      // the page registers the worker itself, once it has nothing better to do
      injectRegister: false,
      registerType: 'prompt',
      manifest,
      // icons and the manifest are fetched by the browser when it needs them: listed here they would be stored twice
      includeManifestIcons: false,
      injectManifest: { globPatterns: ['**/*.{html,js,css,woff2}', '*.svg'] },
    }),
  ],
  // rxjs as classes of today rather than of 2009
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    ...(isSsrBuild && { 'process.env.NODE_ENV': '"production"' }),
  },
  build: {
    target: 'es2022',
    outDir: isSsrBuild ? 'dist/server' : 'dist/browser',
    emptyOutDir: true,
    copyPublicDir: !isSsrBuild,
    modulePreload: {
      // every browser that can run the app knows how to load a module ahead
      polyfill: false,
      // styles are asked for ahead, lest a page is seen without; scripts the browser finds by itself: eighty asked for at once hold the page for longer than that saves
      resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')),
    },
    // which style sheets the modules of a rendered page come with
    ssrManifest: !isSsrBuild,
    rolldownOptions: isSsrBuild
      ? {}
      : {
          output: {
            codeSplitting: { groups: chunks() },
            // a part is named after all who need it, which is long; the first load names every part
            chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash:7].js`,
            assetFileNames: ({ names }) => `assets/${names[0]!.replace(/[~.].*/, '')}-[hash:7][extname]`,
            postBanner: ({ name }) => (['frame', 'app'].includes(name) ? ALL_AT_ONCE : ''),
          },
        },
  },
  // the server has none of the app's packages
  ssr: { noExternal: true },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/attachments', '/kuvat', '/dev', '/hallinta/graphiql', '/kirjaudu/palvelin', '/oma/tunnistus', '/vienti'].map((path) => [
        path,
        `http://localhost:${process.env['PORT'] ?? 4000}`,
      ]),
    ),
  },
}));
