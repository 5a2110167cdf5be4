import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { VoterCode } from '@torilla/schema/budget/codes';
import * as rules from '@torilla/schema/budget/vote';
import type { Context } from '../../kernel/context.ts';
import { enumOf, inputOf } from '../../kernel/input.ts';
import { Problem } from '../../kernel/problem.ts';
import * as commands from './vote.commands.ts';

enumOf('VoterBar', 'Why somebody may not vote in a round the way that they try: by strong identification, or by a code.', rules.VoterBar);
const CastBallotByCodeInput = inputOf('CastBallotByCodeInput', 'A ballot as it is cast by whoever holds a code.', rules.CastBallotByCode);
const CastBallotInput = inputOf('CastBallotInput', 'A ballot as it is cast.', rules.CastBallot);

/** What whoever asks may do in a round. */
@ObjectType({ description: 'What whoever asks may do in a round: the resident who is signed in, or who holds a code.' })
export class MyVote {
  @Field(() => Boolean, { description: "Whether votes are taken now, by the city's clock." }) open!: boolean;
  @Field(() => rules.VoterBar, { nullable: true, description: 'Why they may not vote this way; null where they may.' })
  bar!: rules.VoterBar | null;
  @Field(() => Boolean, { description: 'Whether they have voted. Nobody knows how.' }) voted!: boolean;
}

@Resolver()
export class VoteResolver {
  @Query(() => MyVote, { nullable: true, description: 'Whether the resident who is signed in may vote in a round, and has; null for everybody else.' })
  myVote(@Ctx() ctx: Context, @Arg('roundId', () => ID) roundId: string): Promise<MyVote | null> {
    return commands.myVote(ctx, roundId);
  }

  @Query(() => MyVote, {
    nullable: true,
    description:
      'Whether whoever holds a code may vote in a round, and has. Asked in the body of a request: a code is in no address. Problems: bad-input for a code that was mistyped.',
  })
  codeVote(@Ctx() ctx: Context, @Arg('roundId', () => ID) roundId: string, @Arg('code', () => String) code: string): Promise<MyVote | null> {
    const known = VoterCode.safeParse(code);
    if (!known.success) throw new Problem('bad-input', { fields: ['code: code-mistyped'] });
    return commands.codeVote(ctx, roundId, known.data);
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

  @Mutation(() => MyVote, {
    nullable: true,
    description:
      'Takes a ballot of whoever holds a code, once for each code; sent twice it is one. Problems: not-found, voting-closed, not-entitled, already-voted, bad-input.',
  })
  async castBallotByCode(@Ctx() ctx: Context, @Arg('input', () => CastBallotByCodeInput) input: rules.CastBallotByCode): Promise<MyVote | null> {
    return commands.codeVote(ctx, await commands.castBallotByCode(ctx, input), input.code);
  }
}
