import tailwindcss from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { defaultClientConditions, defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { compileMessages } from './tools/compileMessages.ts';
import { firstLoad } from './tools/firstLoad.ts';
import { preloadFonts } from './tools/preloadFonts.ts';
import { manifest } from './tools/manifest.ts';

/** The resident's, the worker's and the administrator's app, one bundle cut by route. */
export default defineConfig({
  plugins: [
    vue(),
    tailwindcss(),
    preloadFonts(),
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
  },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: firstLoad() },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/attachments', '/dev', '/hallinta/graphiql'].map((path) => [path, `http://localhost:${process.env['PORT'] ?? 4000}`]),
    ),
  },
});
