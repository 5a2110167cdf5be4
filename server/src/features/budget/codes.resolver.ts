import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/budget/codes';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { DateTime } from '../../kernel/scalars.ts';
import * as commands from './codes.commands.ts';

const MakeCodesInput = inputOf('MakeCodesInput', 'A batch of codes that let somebody vote.', rules.MakeCodes);

/** Codes that were printed together. */
@ObjectType({ description: 'Codes that were printed together, to be handed out at one place. The codes themselves the city does not have.' })
export class CodeBatch {
  @Field(() => ID, { description: 'Minted where they were made.' }) id!: string;
  @Field(() => String, { description: 'Where they are handed out.' }) place!: string;
  @Field(() => Int, { description: 'How many there are.' }) made!: number;
  @Field(() => Int, { description: 'How many of them have been voted by.' }) used!: number;
  @Field(() => DateTime, { description: 'When they were made.' }) madeAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'From when none of them lets anybody vote; null where they are good.' }) voidedAt!: Date | null;
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
}
