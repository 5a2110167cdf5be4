/** A lifecycle as a table: from each state, the states that may follow it. */
export interface Lifecycle<S extends string> {
  readonly states: readonly S[];
  can(from: S, to: S): boolean;
}

/** Makes a lifecycle of its table. The client disables buttons with it, the server refuses with it. */
export function lifecycle<S extends string>(next: Readonly<Record<S, readonly S[]>>): Lifecycle<S> {
  return { states: Object.keys(next) as S[], can: (from, to) => next[from].includes(to) };
}
