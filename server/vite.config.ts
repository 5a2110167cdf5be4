import { defineConfig } from 'vitest/config';

/** The server is built to plain modules, one per source file, so that class names and stack traces stay as written. */
export default defineConfig({
  resolve: { alias: { graphql: 'graphql/index.js' } },
  ssr: { noExternal: ['@torilla/schema'] },
  build: {
    ssr: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: { main: 'src/main.ts', cli: 'src/cli.ts' },
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  test: {
    root: import.meta.dirname,
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
