import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { RetentionGround } from '@torilla/schema/retention/retention';
import type { Context } from '../../kernel/context.ts';
import type { Feature } from '../../kernel/feature.ts';
import { enumOf } from '../../kernel/input.ts';
import { assertMay, onlySystem, policy, staff } from '../../kernel/policy.ts';
import { read, raw, visible } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { figuresAt, nextRun, NIGHTLY, purgeDue } from './retention.commands.ts';
import { RetentionRun, RetentionRunConnection } from './retention.entity.ts';

enumOf('RetentionGround', 'On which ground of the GDPR, article 6(1), personal data is held.', RetentionGround);
visible(RetentionRun, (_, actor) => (actor.has('ADMINISTRATOR') ? undefined : raw('false')));

@ObjectType({ description: 'How long a kind of personal record is kept, and how many there are.' })
class RetentionClass {
  @Field(() => ID, { description: "The rule's key: feedback-contact." }) key!: string;
  @Field(() => RetentionGround, { description: 'On which ground it is held.' }) ground!: RetentionGround;
  @Field(() => Int, { nullable: true, description: 'Days that a record is kept; null where each record says itself, or only a person decides.' })
  days!: number | null;
  @Field(() => Boolean, { description: 'Whether records go by themselves when their date has passed; otherwise a person decides.' }) purges!: boolean;
  @Field(() => Int, { description: 'Records that are held now.' }) held!: number;
  @Field(() => DateTime, { nullable: true, description: 'Since when the oldest of them is held; null when there is none, or nothing says since when.' })
  oldest!: Date | null;
  @Field(() => Int, { description: 'Records that go in the next run, as things stand: counted by the same condition by which they go.' }) due!: number;
}

@ObjectType({ description: 'What is held of people, how long, and what goes next.' })
class Retention {
  @Field(() => DateTime, { description: 'When the rules are run next; every night.' }) nextRunAt!: Date;
  @Field(() => [RetentionClass], { description: 'The rules, in the order of the nouns.' }) rules!: RetentionClass[];
}

@Resolver()
class RetentionResolver {
  @Query(() => Retention, { description: 'The rules of retention, what each holds, and what goes in the next run. For administrators.' })
  async retention(@Ctx() ctx: Context): Promise<Retention> {
    assertMay(ctx.actor, 'retention.read');
    const nextRunAt = await nextRun(ctx);
    const figures = await figuresAt(ctx, nextRunAt);
    return { nextRunAt, rules: ctx.services.retention.map(({ key, ground, days, purge }) => ({ ...figures.get(key)!, ground, days, purges: Boolean(purge) })) };
  }

  @Query(() => RetentionRunConnection, { description: 'The runs of the rules, the newest first. For administrators.' })
  retentionRuns(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'retention.read');
    return read(ctx, info, RetentionRun, { orderBy: { startedAt: 'desc' }, first, after });
  }
}

/** How long what the city holds of people is kept. */
export const retention: Feature = {
  entities: [RetentionRun],
  resolvers: [RetentionResolver],
  policy: policy({ 'retention.read': staff(), 'retention.purge': onlySystem, 'retention.note': onlySystem }),
  impersonal: ['RetentionRun'],
  jobs: [{ name: 'retention.nightly', cron: NIGHTLY, run: purgeDue }],
};
