import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/notifications/notifications';
import type { Context } from '../../kernel/context.ts';
import { inputOf, parse } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { read } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import * as browsers from './browsers.commands.ts';
import * as choices from './choices.commands.ts';
import { Notification, NotificationConnection } from './notifications.entity.ts';

const SubscribeBrowserInput = inputOf('SubscribeBrowserInput', 'A browser that is to be told, as its own subscription says.', rules.Browser);
const UnsubscribeBrowserInput = inputOf('UnsubscribeBrowserInput', 'A browser that is to be told no more.', rules.UnsubscribeBrowser);
const ChooseNotificationInput = inputOf('ChooseNotificationInput', 'Whether one is told of something by a channel.', rules.ChooseNotification);
const ReadNotificationsInput = inputOf('ReadNotificationsInput', 'Which notifications are read.', rules.ReadNotifications);

@ObjectType({ description: 'Whether somebody is told of something by a channel.' })
class NotificationWish {
  @Field(() => rules.NotificationKind, { description: 'Of what.' }) kind!: rules.NotificationKind;
  @Field(() => rules.NotificationChannel, { description: 'By which channel.' }) channel!: rules.NotificationChannel;
  @Field(() => Boolean, { description: 'Whether they are.' }) wanted!: boolean;
}

@ObjectType({ description: 'A browser that is told of what concerns an account.' })
class SubscribedBrowser {
  @Field(() => ID, { description: "The browser's id." }) id!: string;
  @Field(() => String, { description: 'The browser and its system, as it names itself.' }) agent!: string;
  @Field(() => DateTime, { description: 'Since when.' }) since!: Date;
}

@Resolver()
export class NotificationsResolver {
  @Query(() => String, { nullable: true, description: "The city's public key for Web Push (VAPID), base64url; null where the city tells no browsers." })
  pushKey(@Ctx() { services }: Context): string | null {
    return services.push?.publicKey ?? null;
  }

  @Query(() => NotificationConnection, { description: 'What you were told, the newest first. For whoever has an account.' })
  myNotifications(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('unread', () => Boolean, { defaultValue: false, description: 'Only what is not read.' }) unread: boolean,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'notification.read');
    return read(ctx, info, Notification, { where: { listed: true, ...(unread && { readAt: null }) }, orderBy: { createdAt: 'desc' }, first, after });
  }

  @Query(() => [NotificationWish], { description: 'Of what you are told, and by which channels. For whoever has an account.' })
  notificationWishes(@Ctx() ctx: Context): Promise<NotificationWish[]> {
    assertMay(ctx.actor, 'notification.choose');
    return choices.choicesOf(ctx);
  }

  @Query(() => rules.MailRhythm, { description: 'How often you want mail. For residents.' })
  mailRhythm(@Ctx() ctx: Context): Promise<rules.MailRhythm> {
    assertMay(ctx.actor, 'notification.digest');
    return choices.rhythmOf(ctx);
  }

  @Query(() => [SubscribedBrowser], { description: 'The browsers that are told of what concerns you. For whoever has an account.' })
  myBrowsers(@Ctx() ctx: Context): Promise<SubscribedBrowser[]> {
    assertMay(ctx.actor, 'notification.push.remove');
    return browsers.ownBrowsers(ctx);
  }

  @Query(() => Boolean, { description: 'Whether this browser is told of what concerns you. For whoever has an account.' })
  browserSubscribed(@Ctx() ctx: Context, @Arg('input', () => UnsubscribeBrowserInput) { endpoint }: rules.UnsubscribeBrowser): Promise<boolean> {
    assertMay(ctx.actor, 'notification.push.subscribe');
    return browsers.follows(ctx, endpoint, browsers.account(ctx));
  }

  @Mutation(() => Boolean, {
    description: 'This browser is told of what concerns you; true. Problems: push-unavailable, push-unknown-service, too-many-requests.',
  })
  subscribeBrowser(@Ctx() ctx: Context, @Arg('input', () => SubscribeBrowserInput) input: rules.Browser): Promise<boolean> {
    return browsers.subscribeBrowser(ctx, input);
  }

  @Mutation(() => Boolean, { description: 'This browser is told no more of what concerns you. Whether it is still told of something else.' })
  unsubscribeBrowser(@Ctx() ctx: Context, @Arg('input', () => UnsubscribeBrowserInput) input: rules.UnsubscribeBrowser): Promise<boolean> {
    return browsers.unsubscribeBrowser(ctx, input);
  }

  @Mutation(() => Boolean, { description: 'Another browser of yours is told no more; true. Problem: not-found.' })
  removeBrowser(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return browsers.removeBrowser(ctx, { id });
  }

  @Mutation(() => Boolean, { description: 'Chooses whether you are told of something by a channel; true.' })
  chooseNotification(@Ctx() ctx: Context, @Arg('input', () => ChooseNotificationInput) input: rules.ChooseNotification): Promise<boolean> {
    return choices.chooseNotification(ctx, input);
  }

  @Mutation(() => rules.MailRhythm, { description: 'Chooses how often you want mail. For residents.' })
  chooseMailRhythm(@Ctx() ctx: Context, @Arg('rhythm', () => rules.MailRhythm) rhythm: rules.MailRhythm): Promise<rules.MailRhythm> {
    return choices.chooseRhythm(ctx, { rhythm });
  }

  @Mutation(() => Boolean, { description: 'Notes that notifications are read, those named or all of yours; true.' })
  readNotifications(@Ctx() ctx: Context, @Arg('input', () => ReadNotificationsInput) input: rules.ReadNotifications): Promise<boolean> {
    return choices.readNotifications(ctx, input);
  }

  @Mutation(() => Boolean, {
    description:
      'Ends the mail in which the secret of a link stood, without signing in; true. Problems: not-found for a link that is none or a year old, too-many-requests.',
  })
  stopMail(@Ctx() ctx: Context, @Arg('secret', () => String) secret: string): Promise<boolean> {
    return choices.stopMail(ctx, { secret: parse(rules.StopSecret, secret) });
  }
}
