import 'reflect-metadata';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchema, type PubSub } from 'type-graphql';
import { validateInput } from '../kernel/input.ts';
import { featureList } from './features.ts';

// every subscription brings what it follows along: PostgreSQL tells it, also of other processes
const noPubSub: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('A subscription has no source');
  },
};

let built: Promise<GraphQLSchema> | undefined;

/** The API, made once of all the features' resolvers. */
export const apiSchema = (): Promise<GraphQLSchema> =>
  (built ??= buildSchema({
    resolvers: featureList.flatMap(({ resolvers }) => [...resolvers]) as never,
    validate: false,
    validateFn: validateInput,
    pubSub: noPubSub,
  }));

/** The API as the contract that is committed: sorted, so that a difference is a change. */
export const printApi = async (): Promise<string> => `${printSchema(lexicographicSortSchema(await apiSchema()))}\n`;
