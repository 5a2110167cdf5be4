import 'reflect-metadata';
import type { ApolloServer } from '@apollo/server';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, inject } from 'vitest';
import { buildApp, type AppOptions } from '../app/app.ts';
import type { App } from '../app/context.ts';
import { apolloServer } from '../app/graphql.ts';
import { developmentMailbox } from '../app/mailbox.ts';
import { rateLimiter } from '../app/rate-limit.ts';
import type { Actor } from '../kernel/actor.ts';
import { anonymous } from '../kernel/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { cityKeysFrom, newCityKey } from '../platform/inbox/city-keys.ts';
import { grantedTo, staffActor } from '../platform/staff/actor.ts';
import { StaffMember } from '../platform/staff/staff.entity.ts';
import { TEMPLATE } from './global-setup.ts';

/** A clock that tests set. */
export interface TestClock extends Clock {
  set(at: Date | string): void;
  pass(ms: number): void;
}

export interface Answer {
  data: Record<string, any> | null; // a test knows the shape that it asked for
  codes: string[];
  errors: readonly { message: string; extensions?: Record<string, unknown> }[];
}

type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

/** A city of its own for the tests of one file: its database, its API, its people. */
export interface City {
  app: App;
  clock: TestClock;
  mails: readonly { to: string; text: string }[];
  apollo: ApolloServer<Context>;
  /** A unit of work that sees what the test has done so far. */
  em(): EntityManager;
  context(actor?: Actor, more?: Partial<Context>): Context;
  ask: Ask;
  as(email: 'mirja' | 'antti' | 'hallinta'): Promise<Ask>;
  askAs(actor: Actor, more?: Partial<Context>): Ask;
}

/** The key by which the tests' cities know a person again. */
export const IDENTITY_KEY = 'Yh3vT9mLr0pXe5Zq8wBn2cDk7sGf4aJu';

let made = 0;

/**
 * Opens a city for this file. With `rolledBack` (the default) everything that a test does is undone after it:
 * each request runs in a savepoint of the test's one transaction. Without it requests are transactions of their own, for tests of concurrency.
 */
export async function aCity({
  rolledBack = true,
  ...more
}: { rolledBack?: boolean } & Pick<AppOptions, 'staffProvider' | 'residentProvider' | 'features' | 'changePace'> = {}): Promise<City> {
  const name = `city_${process.pid}_${++made}`;
  const owner = new pg.Client({ connectionString: inject('ownerUrl').replace('{database}', 'postgres') });
  await owner.connect();
  await owner.query(`create database ${name} template ${TEMPLATE}`);
  const mailbox = developmentMailbox();
  const clock = testClock();
  const app = await buildApp({
    databaseUrl: inject('appUrl').replace('{database}', name),
    publicUrl: 'http://localhost',
    mailer: mailbox,
    clock,
    ...more,
    cityKeys: await cityKeysFrom([await newCityKey()]),
    identityKey: IDENTITY_KEY,
  });
  const apollo = await apolloServer(silent);
  let root = app.orm.em.fork();
  if (rolledBack) {
    beforeEach(async () => {
      root = app.orm.em.fork();
      await root.begin();
      clock.set(new Date());
      app.services.limit = rateLimiter(clock);
    });
    afterEach(async () => root.rollback());
  }
  afterAll(async () => {
    await apollo.stop();
    await app.changes.close();
    await app.orm.close();
    await owner.query(`drop database ${name} with (force)`);
    await owner.end();
  });
  const em = () => root.fork({ clear: true, keepTransactionContext: rolledBack }) as EntityManager;
  const context = (actor: Actor = anonymous, more: Partial<Context> = {}): Context => ({
    em: em(),
    actor,
    clock,
    services: app.services,
    audit: [],
    address: '192.0.2.1',
    ...more,
  });
  const askAs =
    (actor: Actor, more: Partial<Context> = {}): Ask =>
    async (query, variables = {}) => {
      const { body } = await apollo.executeOperation({ query, variables }, { contextValue: context(actor, more) });
      if (body.kind !== 'single') throw new Error('an answer in one piece was expected');
      const { data, errors = [] } = body.singleResult;
      return { data: (data ?? null) as Answer['data'], errors, codes: errors.map((error) => String(error.extensions?.code)) };
    };
  return {
    app,
    clock,
    apollo,
    mails: mailbox.mails,
    em,
    context,
    askAs,
    ask: askAs(anonymous),
    as: async (person) => {
      const { id } = await em().findOneOrFail(StaffMember, { email: `${person}@torilla.example` });
      return askAs(staffActor(id, await grantedTo(em(), id, clock.now())) ?? anonymous);
    },
  };
}

function testClock(): TestClock {
  let now = new Date();
  return { now: () => now, set: (at) => (now = new Date(at)), pass: (ms) => (now = new Date(now.getTime() + ms)) };
}

const nothing = () => undefined;
const silent = {
  info: nothing,
  warn: nothing,
  debug: nothing,
  trace: nothing,
  fatal: nothing,
  silent: nothing,
  level: 'error',
  child: () => silent,
  error: console.error,
} as unknown as FastifyBaseLogger;
