import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/notices/notices';
import type { Context } from '../../kernel/context.ts';
import type { Feature } from '../../kernel/feature.ts';
import { inputOf } from '../../kernel/input.ts';
import { policy, staff } from '../../kernel/policy.ts';
import { raw, read, visible } from '../../kernel/read/index.ts';
import { notices as ofHamina } from './hamina/notices.ts';
import { publishNotice, setNotice } from './notices.commands.ts';
import { Notice, NoticeVersion } from './notices.entity.ts';
import { finds } from './notices.finds.ts';

const PublishNoticeInput = inputOf('PublishNoticeInput', 'What a notice says from now on.', rules.PublishNotice);
visible(NoticeVersion, (_, actor) => (actor.may('notice.publish') ? undefined : raw('false')));

@Resolver()
class NoticesResolver {
  @Query(() => [Notice], { description: 'All notices: how the city deals with personal data, and what is not accessible.' })
  notices(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Notice[]> {
    return read(ctx, info, Notice, { orderBy: { position: 'asc' } });
  }

  @Query(() => Notice, { nullable: true, description: 'The notice about something; null while the city has published none.' })
  notice(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('purpose', () => rules.NoticePurpose) purpose: rules.NoticePurpose,
  ): Promise<Notice | null> {
    return read(ctx, info, Notice, { where: { purpose } });
  }

  @Mutation(() => Notice, { nullable: true, description: 'Publishes a notice. For administrators. Problem: newer-revision.' })
  async publishNotice(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => PublishNoticeInput) input: rules.PublishNotice,
  ): Promise<Notice | null> {
    return read(ctx, info, Notice, { where: { purpose: await publishNotice(ctx, input) } });
  }
}

/** What the city must tell people: privacy notices, and what is not accessible. */
export const notices: Feature = {
  entities: [Notice, NoticeVersion],
  resolvers: [NoticesResolver],
  policy: policy({ 'notice.publish': staff() }),
  constraints: { notice_version_once: 'newer-revision', notice_pkey: 'newer-revision' },
  finds,
  private: ['Notice.position', 'Notice.foundBy', 'NoticeVersion.notice'],
  publicReads: ['notices', 'notice'],
  // who published one is the city's staff, who have a rule of their own
  impersonal: ['Notice', 'NoticeVersion'],
  seed: async ({ em, clock }) => {
    for (const notice of ofHamina) setNotice(em, null, { ...notice, version: 1, publishedAt: clock.now() }, null);
    await em.flush();
  },
};
