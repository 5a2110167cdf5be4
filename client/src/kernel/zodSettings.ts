/**
 * Zod asks whether it may make code of text, and the page's policy reports the question as a breach. It is told not to,
 * before it is loaded: its schemas ask as they are made. This is the object that `z.config()` would write to.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
