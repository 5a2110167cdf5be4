import { availableParallelism } from 'node:os';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What is served as files, and so stays where it was installed. */
const asFiles = ['graphiql', 'react', 'react-dom'];

/** The server is built with all that it imports: its thousand and more modules take twice as long to load one by one. */
export default defineConfig({
  plugins: [withoutMapOf('vendor.js')],
  resolve: { alias: { graphql: 'graphql/index.js' } },
  ssr: { noExternal: true, external: asFiles },
  build: {
    ssr: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      // what a library would use if it were there, and does well without
      external: ['tinyglobby'],
      input: { main: 'src/main.ts', cli: 'src/cli.ts' },
      output: {
        // entities are known by the names of their classes
        keepNames: true,
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        // apart, and without its map: Node reads every map at start, and this one is twelve megabytes
        codeSplitting: {
          groups: [
            { name: 'vendor', test: /node_modules/ },
            { name: 'server', minShareCount: 2 },
          ],
        },
      },
    },
  },
  test: {
    root: import.meta.dirname,
    include: ['{src,tools}/**/*.test.ts'],
    // by default one core is left free, on two cores that is the half
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // reading the schema and the entities anew for each file took as long as the tests themselves; what a test changes, it rolls back or ends
    isolate: false,
    globalSetup: ['src/testing/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

function withoutMapOf(file: string): Plugin {
  return {
    name: 'torilla:without-map',
    generateBundle(_, bundle) {
      const chunk = bundle[file];
      if (chunk?.type !== 'chunk') throw new Error(`There is no chunk ${file}`);
      chunk.code = chunk.code.replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n');
      delete bundle[`${file}.map`];
    },
  };
}
