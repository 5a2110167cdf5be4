import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import * as rules from '@torilla/schema/touchpoints/touchpoints';
import type { Context } from '../../kernel/context.ts';
import { enumOf, inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { read } from '../../kernel/read/index.ts';
import * as commands from './point.commands.ts';
import { ServiceDeed, Touchpoint, TouchpointWords, TouchpointWordsConnection } from './touchpoints.entity.ts';
import { judgeTapWords } from './words.commands.ts';

enumOf('WordsVerdict', 'What an officer makes of words.', rules.WordsVerdict);
const SaveTouchpointInput = inputOf('SaveTouchpointInput', 'A service point that takes answers.', rules.SaveTouchpoint);
const SaveServiceDeedInput = inputOf('SaveServiceDeedInput', 'What was done because of the answers.', rules.SaveServiceDeed);
const JudgeTapWordsInput = inputOf('JudgeTapWordsInput', 'What becomes of words after a tap.', rules.JudgeTapWords);

@Resolver()
export class TouchpointsResolver {
  @Query(() => Touchpoint, { nullable: true, description: 'A service point by the code on its sheet, closed ones too; null for none.' })
  touchpoint(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('code', () => String) code: string): Promise<Touchpoint | null> {
    return read(ctx, info, Touchpoint, { where: { code: code.toUpperCase() } });
  }

  @Query(() => [Touchpoint], { description: 'The service points that take answers, or did. For staff.' })
  touchpoints(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Touchpoint[]> {
    assertMay(ctx.actor, 'touchpoint.read');
    return read(ctx, info, Touchpoint, { orderBy: { createdAt: 'asc' }, first: MAX_PAGE });
  }

  @Query(() => TouchpointWordsConnection, { description: 'What was said after taps, the newest first. For staff of the unit.' })
  touchpointWords(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('touchpointId', () => ID, { nullable: true, description: 'Of this point; of all when it is not given.' }) touchpointId: string | null,
    @Arg('state', () => rules.TapWordsState, { nullable: true, description: 'Of these alone.' }) state: rules.TapWordsState | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'touchpoint.read');
    const where = { touchpoint: touchpointId ?? undefined, state: state ?? undefined };
    return read(ctx, info, TouchpointWords, { where, orderBy: { day: 'desc' }, first, after });
  }

  @Query(() => [ServiceDeed], { description: 'What units did because of the answers, the newest first: what is open to everybody, and for staff the rest.' })
  serviceDeeds(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('unit', () => ID, { nullable: true, description: 'Of this unit; of all when it is not given.' }) unit: string | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
  ): Promise<ServiceDeed[]> {
    return read(ctx, info, ServiceDeed, { where: { unit: unit ?? undefined }, orderBy: { doneOn: 'desc' }, first });
  }

  @Mutation(() => Touchpoint, {
    nullable: true,
    description:
      'Opens a service point for answers, or names it anew. For officers of the unit. Problems: forbidden, still-in-use, unknown-unit, unknown-place.',
  })
  async saveTouchpoint(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SaveTouchpointInput) input: rules.SaveTouchpoint,
  ): Promise<Touchpoint | null> {
    return point(ctx, info, await commands.saveTouchpoint(ctx, input));
  }

  @Mutation(() => Touchpoint, {
    nullable: true,
    description: 'Closes a point: what is tapped from then on does not count. For officers of the unit. Problems: not-found, forbidden.',
  })
  async closeTouchpoint(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<Touchpoint | null> {
    return point(ctx, info, await commands.closeTouchpoint(ctx, { id }));
  }

  @Mutation(() => Touchpoint, { nullable: true, description: 'Opens it again. For officers of the unit. Problems: not-found, forbidden.' })
  async reopenTouchpoint(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<Touchpoint | null> {
    return point(ctx, info, await commands.reopenTouchpoint(ctx, { id }));
  }

  @Mutation(() => TouchpointWords, {
    nullable: true,
    description:
      'Judges words after a tap: shown, shown with what tells who somebody is covered for good, or hidden. For officers of the unit. Problem: not-found.',
  })
  async judgeTapWords(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => JudgeTapWordsInput) input: rules.JudgeTapWords,
  ): Promise<TouchpointWords | null> {
    return read(ctx, info, TouchpointWords, { where: { id: await judgeTapWords(ctx, input) } });
  }

  @Mutation(() => ServiceDeed, {
    nullable: true,
    description: 'Writes down what was done because of the answers, or mends it. For officers of the unit. Problems: forbidden, bad-input, unknown-unit.',
  })
  async saveServiceDeed(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SaveServiceDeedInput) input: rules.SaveServiceDeed,
  ): Promise<ServiceDeed | null> {
    return read(ctx, info, ServiceDeed, { where: { id: await commands.saveServiceDeed(ctx, input) } });
  }

  @Mutation(() => ID, { description: 'Takes such a note away. For officers of the unit. Problems: not-found, forbidden.' })
  removeServiceDeed(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return commands.removeServiceDeed(ctx, { id });
  }
}

const point = (ctx: Context, info: GraphQLResolveInfo, id: string): Promise<Touchpoint | null> => read(ctx, info, Touchpoint, { where: { id } });
