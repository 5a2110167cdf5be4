import vue from '@vitejs/plugin-vue';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of components and composables in happy-dom; what needs a real browser stands in e2e. */
export default defineConfig({
  plugins: [vue()],
  // two copies of graphql would not know each other's types
  resolve: { alias: { graphql: 'graphql/index.js' } },
  test: {
    root: import.meta.dirname,
    include: ['src/**/*.test.ts'],
    // by default one core is left free, on two cores that is the half
    maxWorkers: Math.max(2, availableParallelism() - 1),
    environment: 'happy-dom',
    // loading the app's modules and a window anew for each file took longer than the tests
    isolate: false,
  },
});
