import { baseCompile } from '@intlify/message-compiler';
import type { Plugin } from 'vite';

const LOCALE_FILE = /\/locales\/(?:\w+\/)?\w+\.json$/;
const NEEDS_COMPILING = /[{}|@]/;

type Words = string | { [key: string]: Words };

// plain words stay as they are; those with a place for a number or a name become the tree that the compiler makes of them
const compiled = (words: Words): unknown => {
  if (typeof words !== 'string') return Object.fromEntries(Object.entries(words).map(([key, inner]) => [key, compiled(inner)]));
  return NEEDS_COMPILING.test(words) ? baseCompile(words, { jit: true, optimize: true, location: false }).ast : words;
};

/** Compiles the app's messages while building, so that no reader downloads the compiler of messages. */
export const compileMessages = (): Plugin => ({
  name: 'torilla:compile-messages',
  apply: 'build',
  enforce: 'pre',
  transform: { filter: { id: LOCALE_FILE }, handler: (json) => ({ code: JSON.stringify(compiled(JSON.parse(json) as Words)), map: null }) },
  config: () => ({ define: { __INTLIFY_DROP_MESSAGE_COMPILER__: true } }),
});
