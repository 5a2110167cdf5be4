import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/participation/participation';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { read } from '../../kernel/read/index.ts';
import * as commands from './participation.commands.ts';
import { Participation, ParticipationConnection } from './participation.entity.ts';

const SaveParticipationInput = inputOf('SaveParticipationInput', 'How people take part in something that a unit changes.', rules.SaveParticipation);
const MoveParticipationInput = inputOf('MoveParticipationInput', 'A participation plan as it was last seen.', rules.MoveParticipation);

@Resolver()
export class ParticipationResolver {
  @Query(() => ParticipationConnection, { description: "The units' own participation plans, the newest first; drafts for officers of the unit alone." })
  participations(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('state', () => rules.ParticipationState, { nullable: true, description: 'Those that are so far alone.' }) state: rules.ParticipationState | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    return read(ctx, info, Participation, { where: { state: state ?? undefined }, orderBy: { createdAt: 'desc' }, first, after });
  }

  @Query(() => Participation, { nullable: true, description: "One of the units' own participation plans." })
  participation(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<Participation | null> {
    return one(ctx, info, id);
  }

  @Mutation(() => Participation, {
    nullable: true,
    description:
      'Begins a participation plan, or changes it. For officers of the unit. Problems: forbidden, newer-revision, participation-ended, bad-input, unknown-unit, unknown-measure, unknown-event.',
  })
  async saveParticipation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SaveParticipationInput) input: rules.SaveParticipation,
  ): Promise<Participation | null> {
    return one(ctx, info, await commands.saveParticipation(ctx, input));
  }

  @Mutation(() => Participation, {
    nullable: true,
    description: 'Lets everybody read it. For officers of the unit. Problems: not-found, forbidden, newer-revision, bad-input, participation-ended.',
  })
  async publishParticipation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => MoveParticipationInput) input: rules.MoveParticipation,
  ): Promise<Participation | null> {
    return one(ctx, info, await commands.publishParticipation(ctx, input));
  }

  @Mutation(() => Participation, {
    nullable: true,
    description: 'Ends it, with what came of it. For officers of the unit. Problems: not-found, forbidden, newer-revision, bad-input.',
  })
  async endParticipation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => MoveParticipationInput) input: rules.MoveParticipation,
  ): Promise<Participation | null> {
    return one(ctx, info, await commands.endParticipation(ctx, input));
  }

  @Mutation(() => ID, { description: 'Lays a draft aside for good. For officers of the unit. Problems: not-found, forbidden, still-in-use.' })
  discardParticipation(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return commands.discardParticipation(ctx, { id });
  }
}

const one = (ctx: Context, info: GraphQLResolveInfo, id: string): Promise<Participation | null> => read(ctx, info, Participation, { where: { id } });
