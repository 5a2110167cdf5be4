import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { existsSync, readFileSync } from 'node:fs';
import { paths } from './paths.ts';

type Cache = Exclude<NonNullable<ApolloServerOptions<BaseContext>['cache']>, 'bounded'>;

/**
 * The operations that the app sends, as Apollo's own persisted queries know them: the app sends the hash, the server has the text.
 * Nothing is ever added from outside.
 */
export function trustedDocuments(): Cache {
  const documents = existsSync(paths.trustedDocuments) ? (JSON.parse(readFileSync(paths.trustedDocuments, 'utf8')) as Record<string, string>) : {};
  return {
    get: async (key) => documents[key.replace(/^apq:/, '')],
    set: async () => undefined,
    delete: async () => false,
  };
}
