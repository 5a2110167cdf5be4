import { randomUUID } from 'node:crypto';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import pg from 'pg';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { inject } from 'vitest';
import type { StaffRole } from '@torilla/schema/staff/staff';
import { type Actor, anonymous } from '../../actor.ts';
import { systemClock } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { PreparedClient } from '../index.ts';
import { entities, ExhibitResolver } from './museum.ts';
import { fill } from './rows.ts';
import { MuseumQueries, TourResolver } from './queries.ts';

export interface World {
  orm: MikroORM;
  /** Where its database is, for connections of one's own. */
  url: string;
  schema: GraphQLSchema;
  /** A connection of the test's own, for what plain SQL says. */
  client: pg.Client;
  /** The statements that were sent since it was last emptied, with their values. */
  sent: { text: string; values: unknown[] }[];
  context(actor?: Actor): Context;
  /** Runs a query as somebody, unvalidated: what the validator would refuse must be refused later as well. */
  ask(query: string, options?: { as?: Actor; variables?: Record<string, unknown> }): Promise<Reply>;
  close(): Promise<void>;
}

export interface Reply {
  data: Record<string, any> | null | undefined; // eslint-disable-line @typescript-eslint/no-explicit-any -- GraphQL's own
  /** The problems' codes, or the messages of what is no problem. */
  errors: string[];
}

export const staffOf = (id: string, ...roles: StaffRole[]): Actor => ({ kind: 'staff', id, roles });

// a server parses a text once, and the plans hang on what it parsed
const documents = new Map<string, DocumentNode>();

function documentOf(source: string): DocumentNode {
  let document = documents.get(source);
  if (!document) documents.set(source, (document = parse(source)));
  return document;
}

/** A museum of its own in a database of its own. */
export async function openMuseum(): Promise<World> {
  const database = `museum_${randomUUID().slice(0, 8)}`;
  const url = (name: string) => inject('ownerUrl').replace('{database}', name);
  await once(url('postgres'), `create database ${database}`);
  const sent: World['sent'] = [];
  class CountingClient extends PreparedClient {
    override query(...args: unknown[]): never {
      sent.push({ text: String(args[0]), values: (args[1] ?? []) as unknown[] });
      return super.query(...args);
    }
  }
  // a session far from UTC: no answer may depend on it
  const orm = await MikroORM.init({ entities, clientUrl: url(database), driverOptions: { Client: CountingClient, options: '-c timezone=America/St_Johns' } });
  await orm.schema.create();
  const client = new pg.Client({ connectionString: url(database) });
  await client.connect();
  await client.query("set time zone 'UTC'");
  await fill(client);
  const schema = await buildSchema({ resolvers: [MuseumQueries, TourResolver, ExhibitResolver] as NonEmptyArray<Function>, validate: false });
  const context = (actor = anonymous): Context =>
    ({ em: orm.em.fork() as EntityManager, actor, clock: systemClock, audit: [], address: '' }) as unknown as Context;
  return {
    orm,
    url: url(database),
    schema,
    client,
    sent,
    context,
    async ask(source, { as, variables } = {}) {
      const { data, errors } = await execute({ schema, document: documentOf(source), contextValue: context(as), variableValues: variables });
      return { data: JSON.parse(JSON.stringify(data ?? null)), errors: (errors ?? []).map((error) => String(error.extensions['code'] ?? error.message)) };
    },
    async close() {
      await client.end();
      await orm.close();
      await once(url('postgres'), `drop database ${database} with (force)`);
    },
  };
}

async function once(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(statement);
  await client.end();
}
