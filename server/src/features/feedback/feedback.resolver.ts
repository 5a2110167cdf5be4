import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import * as rules from '@torilla/schema/feedback/feedback';
import { Id, Key } from '@torilla/schema/kernel/id';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import { sql as run } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { all, anywhere, read, sql, type Sql } from '../../kernel/read/index.ts';
import { claimFeedback, releaseFeedback } from './claim.commands.ts';
import { eraseFeedback, eraseOwnFeedback } from './feedback.commands.ts';
import { Feedback, FeedbackConnection, TallyQuestion, Topic } from './feedback.entity.ts';
import { assertMayRead } from './who.ts';

const Filter = z.object({
  search: z.string().trim().max(200).nullish().describe('Words that all must be there, in any Finnish inflection, nearly as written, or as a part of a word.'),
  eventId: Id.nullish().describe('Said at this event.'),
  measureId: Id.nullish().describe('Concerns this measure.'),
  unit: Key.nullish().describe('Concerns this unit.'),
  district: Key.nullish().describe('Concerns this district.'),
  topic: Key.nullish().describe('About this topic.'),
  mood: z.enum(rules.moods).nullish().describe('Said in this mood.'),
  channel: z.enum(rules.channels).nullish().describe('Came in this way.'),
  wantsAnswer: z.boolean().nullish().describe('Only those who wish to be answered, or only those who do not.'),
  answered: z.boolean().nullish().describe('Only those that were answered, or only those that were not.'),
  from: z.iso.datetime({ offset: true }).nullish().describe('Said at this instant or later.'),
  to: z.iso.datetime({ offset: true }).nullish().describe('Said before this instant.'),
});
const ClaimFeedbackInput = inputOf('ClaimFeedbackInput', 'The receipt of what somebody said, for their account, and who said it.', rules.ClaimFeedback);
const FeedbackFilterInput = inputOf('FeedbackFilterInput', 'Which feedback; all conditions hold together.', Filter);

@ObjectType({ description: 'How often an answer of a tally was tapped.' })
class TallyCount {
  @Field(() => ID, { description: "The answer's stable name." }) option!: string;
  @Field(() => Int, { description: 'Taps that were not taken back.' }) count!: number;
}

@Resolver()
export class FeedbackResolver {
  @Query(() => [Topic], { description: 'What feedback may be about, in the order of the list.' })
  topics(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Topic[]> {
    return read(ctx, info, Topic, { orderBy: { position: 'asc' }, first: MAX_PAGE });
  }

  @Query(() => FeedbackConnection, { description: 'What residents said, the newest first. For staff.' })
  feedbackPage(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => FeedbackFilterInput, { nullable: true }) filter: z.infer<typeof Filter> | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'feedback.read');
    return read(ctx, info, Feedback, { where: conditions(filter ?? {}), orderBy: { capturedAt: 'desc' }, first, after });
  }

  @Query(() => Feedback, { nullable: true, description: 'One piece of feedback. For staff, and for the resident whose account it is in.' })
  feedback(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<Feedback | null> {
    assertMayRead(ctx.actor);
    return read(ctx, info, Feedback, { where: { id } });
  }

  @Query(() => FeedbackConnection, { description: 'What is in the account of the resident who is signed in, the newest first.' })
  myFeedback(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'feedback.read.own');
    return read(ctx, info, Feedback, { orderBy: { capturedAt: 'desc' }, first, after });
  }

  @Mutation(() => Feedback, {
    nullable: true,
    description:
      'Puts what somebody said into their account, by its receipt. For residents. Problems: not-found, already-claimed, child-of-age, too-many-requests.',
  })
  async claimFeedback(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ClaimFeedbackInput) input: rules.ClaimFeedback,
  ): Promise<Feedback | null> {
    return read(ctx, info, Feedback, { where: { id: await claimFeedback(ctx, input) } });
  }

  @Mutation(() => ID, { description: "Takes a piece of feedback out of one's own account; the city keeps the words. Problem: not-found." })
  releaseFeedback(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return releaseFeedback(ctx, { id });
  }

  @Mutation(() => ID, { description: "Erases a piece of feedback that is in one's own account, and what came with it. Problem: not-found." })
  eraseMyFeedback(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return eraseOwnFeedback(ctx, { id });
  }

  @Mutation(() => ID, { description: "Erases a resident's words and what came with them. For administrators." })
  eraseFeedback(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return eraseFeedback(ctx, { id });
  }

  @Query(() => [TallyQuestion], { description: 'The questions that are tallied at an event.' })
  tallyQuestions(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('eventId', () => ID) eventId: string): Promise<TallyQuestion[]> {
    return read(ctx, info, TallyQuestion, { where: { event: eventId }, orderBy: { position: 'asc' }, first: MAX_PAGE });
  }

  @Query(() => [TallyCount], { description: 'The result of a tally so far.' })
  async tallyCounts(@Ctx() ctx: Context, @Arg('questionId', () => ID) questionId: string): Promise<TallyCount[]> {
    return run<TallyCount>(
      ctx.em,
      'select option, count(*)::int as count from tally_tap where question_id = $1 and not undone group by option order by option',
      [questionId],
    );
  }
}

const MAX_SEARCH_WORDS = 8;

// The stem of a Finnish word goes far but not all the way (penkki, penkkejä): a word that looks much alike is one too, and so is a part of it.
function holds(column: (property: string) => Sql, word: string): Sql {
  const stems = sql`to_tsvector('finnish', coalesce(${column('words')}, '') || ' ' || coalesce(${column('note')}, '')) @@ plainto_tsquery('finnish', ${word})`;
  const part = sql`${column('words')} ilike ${anywhere(word)}`;
  return sql`(${stems} or ${word} <% ${column('words')} or ${part})`;
}

function conditions({
  search,
  wantsAnswer,
  answered,
  topic,
  from,
  to,
  eventId,
  measureId,
  ...same
}: z.infer<typeof Filter>): (column: (property: string) => Sql) => Sql {
  return (column) => {
    const those: Sql[] = [];
    for (const word of search?.split(/\s+/).filter(Boolean).slice(0, MAX_SEARCH_WORDS) ?? []) those.push(holds(column, word));
    if (topic) those.push(sql`exists (select from feedback_topics ft where ft.feedback_id = ${column('id')} and ft.topic_key = ${topic})`);
    if (wantsAnswer != null) those.push(wantsAnswer ? sql`${column('contact')} is not null` : sql`${column('contact')} is null`);
    if (answered != null) {
      const isAnswered = sql`exists (select from feedback_answer a where a.feedback_id = ${column('id')})`;
      those.push(answered ? isAnswered : sql`not ${isAnswered}`);
    }
    if (from) those.push(sql`${column('capturedAt')} >= ${from}`);
    if (to) those.push(sql`${column('capturedAt')} < ${to}`);
    if (eventId) those.push(sql`${column('event')} = ${eventId}`);
    if (measureId) those.push(sql`${column('measure')} = ${measureId}`);
    for (const [property, value] of Object.entries(same)) if (value) those.push(sql`${column(property)} = ${value}`);
    return all(those);
  };
}
