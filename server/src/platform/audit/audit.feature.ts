import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import type { Feature, Job } from '../../kernel/feature.ts';
import { assertMay, policy, staff } from '../../kernel/policy.ts';
import { read, raw, visible } from '../../kernel/read/index.ts';
import { AuditLine, AuditLineConnection } from './audit.entity.ts';
import { keepHead } from './heads.ts';

visible(AuditLine, (_, actor) => (actor.has('ADMINISTRATOR') ? undefined : raw('false')));

@Resolver()
class AuditResolver {
  @Query(() => AuditLineConnection, { description: 'The log of writes, the newest first. For administrators.' })
  auditLines(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'audit.read');
    return read(ctx, info, AuditLine, { orderBy: { id: 'desc' }, first, after });
  }
}

// every hour, so that what could be cut off unseen is never more than an hour
const keepHeadHourly: Job = {
  name: 'audit.head',
  cron: '7 * * * *',
  run: async ({ em, services }) => services.auditHeads && keepHead(em, services.auditHeads),
};

/** The append-only log. */
export const audit: Feature = {
  entities: [AuditLine],
  resolvers: [AuditResolver],
  policy: policy({ 'audit.read': staff() }),
  retention: [
    { key: 'audit', of: ['AuditLine'], ground: 'LEGAL_OBLIGATION', days: null, records: 'select id, at as since, null::timestamptz as until from audit_line' },
  ],
  jobs: [keepHeadHourly],
};
