/** The files beside it that a built script imports at once: what is behind import() waits until it is asked for. */
export const importsOf = (script: string): string[] => [...script.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)].map(([, name]) => name!);
