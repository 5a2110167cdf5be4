import type { EntityClass } from '@mikro-orm/core';
import type { CaptureKind } from '@torilla/schema/kernel/capture';
import type { ProblemCode } from '@torilla/schema/kernel/problem';
import type { NonEmptyArray } from 'type-graphql';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import type { Figure } from './figure.ts';
import type { EventFigure, Quoting } from './occasion.ts';
import type { Holder } from './holder.ts';
import type { Personal, Withdrawals } from './personal.ts';
import type { Policy } from './policy.ts';
import type { RetentionRule } from './retention.ts';
import type { Findable } from './search/index.ts';
import type { Settings } from './services.ts';
import type { Tellers } from './teller.ts';

/** A sealed capture's kind and the command that puts it into effect. */
export interface CaptureHandler {
  kind: CaptureKind;
  // the kind's schema has judged the input before the command sees it
  command: Command<never, unknown>;
}

/** Work that the server does by itself, by the city's clock; once, however many processes there are. */
export interface Job {
  /** Its name, as a verb has one: `retention.purge`. */
  name: string;
  /** When: the five fields of cron. */
  cron: string;
  run: (ctx: Context) => Promise<unknown>;
}

/** Everything that a noun gives to the application: the only thing that `app/` imports of it. */
export interface Feature {
  entities: readonly EntityClass<object>[];
  resolvers: readonly NonEmptyArray<Function>[number][];
  policy: Policy;
  /** The operations that may arrive sealed. */
  captures?: readonly CaptureHandler[];
  /** Which problem a broken constraint is. */
  constraints?: Readonly<Record<string, ProblemCode>>;
  /** Columns that the API does not show, as `Entity.property`, and therefore a decision. */
  private?: readonly string[];
  /** What it holds of residents. An entity that leads to one must be of a class in somebody's export. */
  personal?: Personal;
  /** What follows when a consent that it lives by is withdrawn. */
  withdrawals?: Withdrawals;
  /** The figures that it gives the plan: the pages of the measures that it serves show them. */
  serves?: readonly Figure[];
  /** The figures that it gives an event: its field day and its report show them. */
  eventFigures?: readonly EventFigure[];
  /** What of what was said at an event may be quoted in its report. */
  quoting?: Quoting;
  /** What of it staff put pictures to. */
  pictured?: readonly Holder[];
  /** What of it staff put files to. */
  filed?: readonly Holder[];
  /** What of it is found by words: search shows it to whoever may see it. */
  finds?: readonly Findable[];
  /** Root fields whose answer is the same for everybody: browsers may keep it. Whatever is not named is kept by nobody. */
  publicReads?: readonly string[];
  /** How long what it holds of people is kept. Every entity is in a rule, or named as holding nothing of anybody. */
  retention?: readonly RetentionRule[] | ((settings: Settings) => readonly RetentionRule[]);
  /** Entities that hold nothing of anybody: a decision. */
  impersonal?: readonly string[];
  /** What the server does by itself, at fixed times. */
  jobs?: readonly Job[];
  /** How it says what people are told of, by kind. */
  tells?: Tellers;
  /** Puts in what a fresh city starts with; runs once, in the order of the list. */
  seed?: (ctx: Context) => Promise<void>;
  /** Puts in a year to try the city with, so many times as much as a city of this size has; marked as what it is. */
  demo?: (ctx: Context, scale: number) => Promise<void>;
}

/** Pairs a kind with its command, checking that they speak of the same input. */
export const capture = <I>(kind: CaptureKind<I>, command: Command<I, unknown>): CaptureHandler => ({ kind, command: command as Command<never, unknown> });
