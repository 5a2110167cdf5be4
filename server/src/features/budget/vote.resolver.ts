import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/budget/vote';
import type { Context } from '../../kernel/context.ts';
import { enumOf, inputOf } from '../../kernel/input.ts';
import * as commands from './vote.commands.ts';

enumOf('VoterBar', 'Why somebody may not vote in a round by strong identification.', rules.VoterBar);
const CastBallotInput = inputOf('CastBallotInput', 'A ballot as it is cast.', rules.CastBallot);

/** What the resident who asks may do in a round. */
@ObjectType({ description: 'What the resident who asks may do in a round.' })
export class MyVote {
  @Field(() => Boolean, { description: "Whether votes are taken now, by the city's clock." }) open!: boolean;
  @Field(() => rules.VoterBar, { nullable: true, description: 'Why they may not vote by strong identification; null where they may.' })
  bar!: rules.VoterBar | null;
  @Field(() => Boolean, { description: 'Whether they have voted. Nobody knows how.' }) voted!: boolean;
}

@Resolver()
export class VoteResolver {
  @Query(() => MyVote, { nullable: true, description: 'Whether the resident who is signed in may vote in a round, and has; null for everybody else.' })
  myVote(@Ctx() ctx: Context, @Arg('roundId', () => ID) roundId: string): Promise<MyVote | null> {
    return commands.myVote(ctx, roundId);
  }

  @Query(() => Boolean, {
    description: 'Whether the city has a ballot of that receipt. It does not say what is on it. Asked in the body of a request: a receipt is in no address.',
  })
  ballotReceived(@Ctx() ctx: Context, @Arg('roundId', () => ID) roundId: string, @Arg('receipt', () => String) receipt: string): Promise<boolean> {
    return commands.isReceived(ctx, roundId, receipt);
  }

  @Mutation(() => MyVote, {
    nullable: true,
    description:
      'Takes a ballot, once for each right to vote; sent twice it is one. For residents who have shown who they are. Problems: not-found, voting-closed, not-entitled, already-voted, bad-input.',
  })
  async castBallot(@Ctx() ctx: Context, @Arg('input', () => CastBallotInput) input: rules.CastBallot): Promise<MyVote | null> {
    return commands.myVote(ctx, await commands.castBallot(ctx, input));
  }
}
