import { defineConfig } from 'vitest/config';

// what is pure leaves nothing for the next file
export default defineConfig({ test: { root: import.meta.dirname, include: ['src/**/*.test.ts'], isolate: false } });
