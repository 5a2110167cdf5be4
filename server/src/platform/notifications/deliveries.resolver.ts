import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, Info, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/notifications/notifications';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { read } from '../../kernel/read/index.ts';
import { Delivery, DeliveryConnection } from './notifications.entity.ts';
import { sendTest } from './test.commands.ts';

const SendTestInput = inputOf('SendTestInput', 'A test to oneself.', rules.SendTest);
const DAYS = 7;

@ObjectType({ description: 'By which channels people can be told here.' })
class NotificationChannels {
  @Field(() => Boolean, { description: 'Whether mail leaves; in the demo it is shown instead of sent.' }) mail!: boolean;
  @Field(() => Boolean, { description: 'Whether browsers are told: whether the city has keys for it.' }) push!: boolean;
  @Field(() => Int, { description: 'How many browsers wish to be told.' }) browsers!: number;
}

@ObjectType({ description: 'How many deliveries of the last seven days went so.' })
class DeliveryCount {
  @Field(() => rules.NotificationChannel, { description: 'By which channel.' }) channel!: rules.NotificationChannel;
  @Field(() => rules.DeliveryResult, { description: 'What became of them.' }) result!: rules.DeliveryResult;
  @Field(() => Int, { description: 'How many.' }) count!: number;
}

@Resolver()
export class DeliveriesResolver {
  @Query(() => NotificationChannels, { description: 'By which channels people can be told here. For administrators.' })
  async notificationChannels(@Ctx() { em, actor, services }: Context): Promise<NotificationChannels> {
    assertMay(actor, 'notification.log');
    const [row] = await sql<{ browsers: number }>(em, 'select count(*)::int as browsers from push_browser');
    return { mail: !services.demo, push: services.push !== null, ...row! };
  }

  @Query(() => [DeliveryCount], { description: 'What became of the deliveries of the last seven days. For administrators.' })
  async deliveryCounts(@Ctx() { em, actor, clock }: Context): Promise<DeliveryCount[]> {
    assertMay(actor, 'notification.log');
    return sql<DeliveryCount>(
      em,
      `select channel, result, count(*)::int as count from delivery where created_at > $1::timestamptz - interval '${DAYS} days' group by channel, result order by channel, result`,
      [clock.now()],
    );
  }

  @Query(() => DeliveryConnection, { description: 'The log of deliveries, the newest first. For administrators; it names nobody.' })
  deliveries(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('result', () => rules.DeliveryResult, { nullable: true, description: 'What became of them.' }) result: rules.DeliveryResult | null,
    @Arg('channel', () => rules.NotificationChannel, { nullable: true, description: 'By which channel.' }) channel: rules.NotificationChannel | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'notification.log');
    return read(ctx, info, Delivery, { where: { ...(result && { result }), ...(channel && { channel }) }, orderBy: { createdAt: 'desc' }, first, after });
  }

  @Mutation(() => Delivery, {
    nullable: true,
    description:
      'Sends a test to yourself and waits for how it goes. For administrators. Problems: push-unavailable, not-found for a browser that is not named yet, too-many-requests.',
  })
  async sendTest(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SendTestInput) input: rules.SendTest): Promise<Delivery | null> {
    return read(ctx, info, Delivery, { where: { id: await sendTest(ctx, input) } });
  }
}
