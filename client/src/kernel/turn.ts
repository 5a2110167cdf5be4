// not every browser has it yet, nor has Node
const scheduler = (globalThis as { scheduler?: { yield?(): Promise<void> } }).scheduler;

/** Lets the browser draw, and hear whoever uses it, before what comes next: work that is done in one go makes a slow phone deaf. */
export const turn = (): Promise<void> =>
  scheduler?.yield?.() ??
  new Promise((resolve) => {
    setTimeout(resolve);
  });
