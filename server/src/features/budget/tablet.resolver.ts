import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { TabletBar } from '@torilla/schema/budget/tablet';
import type { Context } from '../../kernel/context.ts';
import { enumOf } from '../../kernel/input.ts';
import * as commands from './tablet.commands.ts';

enumOf('TabletBar', 'Why a ballot from a tablet counts for nothing.', TabletBar);

/** Ballots from tablets that count for nothing. */
@ObjectType({ description: 'Ballots from tablets that count for nothing, for one reason.' })
export class TurnedAway {
  @Field(() => TabletBar, { description: 'Why.' }) why!: TabletBar;
  @Field(() => Int, { description: 'How many there were.' }) ballots!: number;
}

@Resolver()
export class TabletResolver {
  @Query(() => [TurnedAway], {
    description:
      'How many ballots from tablets counted for nothing in a round, by the reason, the most frequent first. For officers of its unit. Problems: forbidden.',
  })
  budgetTurnedAway(@Ctx() ctx: Context, @Arg('roundId', () => ID) roundId: string): Promise<TurnedAway[]> {
    return commands.turnedAway(ctx, roundId);
  }
}
