import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/budget/codes';
import type { Context } from '../../kernel/context.ts';
import { inputOf, parse } from '../../kernel/input.ts';
import { DateTime } from '../../kernel/scalars.ts';
import * as commands from './codes.commands.ts';

const MakeCodesInput = inputOf('MakeCodesInput', 'A batch of codes that let somebody vote.', rules.MakeCodes);
const OpenClassInput = inputOf('OpenClassInput', 'Whether a class at school votes.', rules.OpenClass);

/** Codes that were printed together. */
@ObjectType({ description: 'Codes that were printed together, to be handed out at one place. The codes themselves the city does not have.' })
export class CodeBatch {
  @Field(() => ID, { description: 'Minted where they were made.' }) id!: string;
  @Field(() => String, { description: 'Where they are handed out.' }) place!: string;
  @Field(() => Int, { description: 'How many there are.' }) made!: number;
  @Field(() => Int, { description: 'How many of them have been voted by.' }) used!: number;
  @Field(() => DateTime, { description: 'When they were made.' }) madeAt!: Date;
  @Field(() => Boolean, { description: 'Whether they are the seats of a class at school.' }) isClass!: boolean;
  @Field(() => DateTime, { nullable: true, description: 'From when none of them lets anybody vote; null where they are good.' }) voidedAt!: Date | null;
}

/** A class at school that votes. */
@ObjectType({ description: 'A class at school that votes.' })
export class VotingClass {
  @Field(() => String, { description: 'Which class, as the city has it.' }) place!: string;
  @Field(() => Int, { description: 'How many may vote.' }) seats!: number;
  @Field(() => Int, { description: 'How many have.' }) used!: number;
  @Field(() => DateTime, { nullable: true, description: 'Until when it votes; null until its teacher has begun.' }) openUntil!: Date | null;
}

@Resolver()
export class CodesResolver {
  @Query(() => [CodeBatch], { description: 'The batches of codes of a round, the newest first. For officers of its unit. Problems: forbidden.' })
  budgetCodeBatches(@Ctx() ctx: Context, @Arg('roundId', () => ID) roundId: string): Promise<CodeBatch[]> {
    return commands.codeBatches(ctx, roundId);
  }

  @Mutation(() => [CodeBatch], {
    description:
      'Puts codes on record that were made and are printed where this is asked from; answers all batches of the round. For officers of the unit. Problems: not-found, forbidden, wrong-phase, bad-input, already-exists.',
  })
  async makeVoterCodes(@Ctx() ctx: Context, @Arg('input', () => MakeCodesInput) input: rules.MakeCodes): Promise<CodeBatch[]> {
    return commands.codeBatches(ctx, await commands.makeCodes(ctx, input));
  }

  @Mutation(() => [CodeBatch], {
    description: 'Makes what is left of a batch good for nothing; answers all batches of the round. For officers of the unit. Problems: not-found, forbidden.',
  })
  async voidVoterCodes(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<CodeBatch[]> {
    return commands.codeBatches(ctx, await commands.voidCodes(ctx, { id }));
  }

  @Query(() => VotingClass, {
    nullable: true,
    description:
      'The class of its teacher’s code, or of its pupils’; null for any other. Asked in the body of a request: a code is in no address. Problems: bad-input for a code that was mistyped.',
  })
  votingClass(@Ctx() ctx: Context, @Arg('roundId', () => ID) roundId: string, @Arg('code', () => String) code: string): Promise<VotingClass | null> {
    return commands.votingClass(ctx, roundId, parse(rules.VoterCode, code));
  }

  @Mutation(() => VotingClass, {
    nullable: true,
    description:
      'Has a class vote from now on, or ends it: whoever has its teacher’s code. Problems: not-found, voting-closed, bad-input for a code that was mistyped.',
  })
  async openVotingClass(@Ctx() ctx: Context, @Arg('input', () => OpenClassInput) input: rules.OpenClass): Promise<VotingClass | null> {
    return commands.votingClass(ctx, input.roundId, await commands.openClass(ctx, input));
  }
}
