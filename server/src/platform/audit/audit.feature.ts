import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import type { Feature } from '../../kernel/feature.ts';
import { assertMay, policy, staff } from '../../kernel/policy.ts';
import { read, raw, visible } from '../../kernel/read/index.ts';
import { AuditLine, AuditLineConnection } from './audit.entity.ts';

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

/** The append-only log. */
export const audit: Feature = {
  entities: [AuditLine],
  resolvers: [AuditResolver],
  policy: policy({ 'audit.read': staff() }),
};
