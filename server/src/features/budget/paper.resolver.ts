import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Choice } from '@torilla/schema/budget/ballot';
import * as rules from '@torilla/schema/budget/paper';
import type { Context } from '../../kernel/context.ts';
import { enumOf, inputOf } from '../../kernel/input.ts';
import { DateTime } from '../../kernel/scalars.ts';
import * as commands from './paper.commands.ts';
import { SheetHand } from './paper.entity.ts';

enumOf('SheetVerdict', "What is on a paper ballot: a vote, nothing, or what is no vote by the round's rule.", rules.SheetVerdict);
enumOf('SheetHand', 'Whose reading of a paper ballot it is: of whoever entered it first or second, or what was settled where they differ.', SheetHand);
const SavePaperBatchInput = inputOf('SavePaperBatchInput', 'A bundle of paper ballots.', rules.SavePaperBatch);
const EnterSheetInput = inputOf('EnterSheetInput', 'A paper ballot as somebody reads it.', rules.EnterSheet);

/** A project that a paper ballot names. */
@ObjectType({ description: 'A project that a paper ballot names.' })
class PaperChoice {
  @Field(() => ID, { description: 'The project.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Its points, where points are dealt.' }) points?: number | null;
}

/** A paper ballot as somebody read it. */
@ObjectType({ description: 'A paper ballot as somebody read it.' })
export class PaperSheet {
  @Field(() => Int, { description: 'Which sheet of the bundle, from the top.' }) number!: number;
  @Field(() => rules.SheetVerdict, { description: 'What is on it.' }) verdict!: rules.SheetVerdict;
  @Field(() => [PaperChoice], { description: 'What the voter wants.' }) choices!: Choice[];
}

/** A paper ballot that was read in two ways. */
@ObjectType({ description: 'A paper ballot that was read in two ways.' })
export class PaperDifference {
  @Field(() => Int, { description: 'Which sheet.' }) number!: number;
  @Field(() => PaperSheet, { description: 'As it was entered first.' }) first!: PaperSheet;
  @Field(() => PaperSheet, { description: 'As it was entered once more.' }) second!: PaperSheet;
  @Field(() => PaperSheet, { nullable: true, description: 'What it was settled to be; null until then.' }) settled!: PaperSheet | null;
}

/** A bundle of paper ballots. */
@ObjectType({ description: 'A bundle of paper ballots, which two people enter. What one of them read the other does not see before both are through.' })
export class PaperBatch {
  @Field(() => ID, { description: 'Minted where it was begun.' }) id!: string;
  @Field(() => ID, { description: 'The area whose ballots they are.' }) areaId!: string;
  @Field(() => String, { description: 'Where they were cast.' }) place!: string;
  @Field(() => Int, { description: 'How many sheets there are, counted by hand.' }) sheets!: number;
  @Field(() => DateTime, { description: 'When it was begun.' }) madeAt!: Date;
  @Field(() => String, { nullable: true, description: 'Who enters it first.' }) firstBy!: string | null;
  @Field(() => String, { nullable: true, description: 'Who enters it once more.' }) secondBy!: string | null;
  @Field(() => [Int], { description: 'How many sheets the first and the second have entered.' }) entered!: number[];
  @Field(() => SheetHand, { nullable: true, description: 'Which of the two whoever asks is, or would be; null where two others enter it.' })
  hand!: SheetHand | null;
  @Field(() => [PaperSheet], { description: 'What whoever asks has entered, in order.' }) mine!: PaperSheet[];
  @Field(() => [PaperDifference], { description: 'The sheets that were read in two ways, once both are through.' }) differences!: PaperDifference[];
  @Field(() => Int, { description: 'How many sheets are a vote, of those on which both agree or that are settled, once both are through.' }) votes!: number;
  @Field(() => Int, { description: 'How many have nothing on them.' }) blank!: number;
  @Field(() => Int, { description: "How many are no vote by the round's rule." }) spoiled!: number;
  @Field(() => DateTime, { nullable: true, description: 'When it was signed; null until then.' }) signedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'The SHA-256 of what was signed, in hexadecimal.' }) sha256!: string | null;
}

@Resolver()
export class PaperResolver {
  @Query(() => [PaperBatch], { description: 'The bundles of paper ballots of a round, the newest first. For officers of its unit. Problems: forbidden.' })
  paperBatches(@Ctx() ctx: Context, @Arg('roundId', () => ID) roundId: string): Promise<PaperBatch[]> {
    return commands.paperBatches(ctx, roundId);
  }

  @Query(() => PaperBatch, { nullable: true, description: "A bundle of paper ballots. For officers of the round's unit. Problems: forbidden." })
  paperBatch(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<PaperBatch | null> {
    return commands.paperBatch(ctx, id);
  }

  @Mutation(() => PaperBatch, {
    nullable: true,
    description:
      'Begins a bundle, or changes it until it is signed. For officers of the unit. Problems: not-found, forbidden, wrong-phase, paper-signed, already-exists, bad-input.',
  })
  async savePaperBatch(@Ctx() ctx: Context, @Arg('input', () => SavePaperBatchInput) input: rules.SavePaperBatch): Promise<PaperBatch | null> {
    return commands.paperBatch(ctx, await commands.savePaperBatch(ctx, input));
  }

  @Mutation(() => ID, {
    description: 'Lays a bundle aside that was not signed. For officers of the unit. Problems: not-found, forbidden, wrong-phase, paper-signed.',
  })
  dropPaperBatch(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return commands.dropPaperBatch(ctx, { id });
  }

  @Mutation(() => PaperBatch, {
    nullable: true,
    description:
      'Puts down what is on a sheet, as whoever asks reads it. For officers of the unit. Problems: not-found, forbidden, wrong-phase, paper-signed, paper-taken, bad-input.',
  })
  async enterPaperSheet(@Ctx() ctx: Context, @Arg('input', () => EnterSheetInput) input: rules.EnterSheet): Promise<PaperBatch | null> {
    return commands.paperBatch(ctx, await commands.enterSheet(ctx, input));
  }

  @Mutation(() => PaperBatch, {
    nullable: true,
    description:
      'Says what is on a sheet that was read in two ways. For officers of the unit. Problems: not-found, forbidden, wrong-phase, paper-signed, paper-not-ready, bad-input.',
  })
  async settlePaperSheet(@Ctx() ctx: Context, @Arg('input', () => EnterSheetInput) input: rules.EnterSheet): Promise<PaperBatch | null> {
    return commands.paperBatch(ctx, await commands.settleSheet(ctx, input));
  }

  @Mutation(() => PaperBatch, {
    nullable: true,
    description:
      'Signs a bundle, whose votes are counted from then on. For officers of the unit. Problems: not-found, forbidden, wrong-phase, paper-not-ready.',
  })
  async signPaperBatch(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<PaperBatch | null> {
    return commands.paperBatch(ctx, await commands.signPaperBatch(ctx, { id }));
  }
}
