import type { ImposterName } from './imposters.ts';

/** What becomes of one request between the browser and the city. */
export type Fate =
  | { kind: 'pass' }
  /** The city hears and answers, and the answer never arrives. */
  | { kind: 'swallow' }
  /** The city hears the first part only: this share of the bytes. */
  | { kind: 'cut-request'; share: number }
  /** The browser hears the first part of the answer only. */
  | { kind: 'cut-answer'; share: number }
  /** Nobody answers, and the connection stays open until the browser gives up or dies. */
  | { kind: 'silence' }
  /** Somebody else answers; the city hears nothing. */
  | { kind: 'imposter'; as: ImposterName };

/** A request as far as the one who decides must know it. */
export interface Passing {
  method: string;
  path: string;
  /** The name of the GraphQL operation that it asks for, if it is one. */
  operation: string | null;
  /** The captures that it carries, by id and revision. */
  items: readonly string[];
}

/** How often each kind came true. */
export type Tally = Record<Fate['kind'] | 'refused', number>;

/** Nothing happened yet. */
export const emptyTally = (): Tally => ({ pass: 0, swallow: 0, 'cut-request': 0, 'cut-answer': 0, imposter: 0, silence: 0, refused: 0 });

/** Lets one fate befall every push, and nothing else. */
export const eachPush =
  (fate: Fate) =>
  ({ operation }: Passing): Fate =>
    operation === 'PushCaptures' ? fate : { kind: 'pass' };

/** What a request is about. */
export function passingOf(method: string, path: string, body: Buffer): Passing {
  const about: Passing = { method, path, operation: null, items: [] };
  if (method !== 'POST' || !path.startsWith('/graphql')) return about;
  const { operationName = null, variables } = JSON.parse(body.toString()) as {
    operationName?: string | null;
    variables?: { input?: { items?: { id: string; revision: number }[] } };
  };
  return { ...about, operation: operationName, items: (variables?.input?.items ?? []).map(({ id, revision }) => `${id} ${revision}`) };
}
