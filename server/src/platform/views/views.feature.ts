import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import type { Feature } from '../../kernel/feature.ts';
import { assertMay, either, policy, resident, staff } from '../../kernel/policy.ts';
import { raw, read, visible } from '../../kernel/read/index.ts';
import { ViewLine, ViewLineConnection } from './views.entity.ts';
import { isTheirs } from './views.ts';

visible(ViewLine, (column, actor) => {
  if (actor.kind === 'resident') return isTheirs(column('subjectId'), actor.id);
  return actor.has('ADMINISTRATOR') ? undefined : raw('false');
});

@Resolver()
class ViewsResolver {
  @Query(() => ViewLineConnection, {
    description: 'Who opened personal data, when and why, the newest first. For administrators; for residents who opened theirs.',
  })
  viewLines(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'views.read');
    return read(ctx, info, ViewLine, { orderBy: { id: 'desc' }, first, after });
  }
}

/** The log of looks at personal data. */
export const views: Feature = {
  entities: [ViewLine],
  resolvers: [ViewsResolver],
  retention: [
    { key: 'view', of: ['ViewLine'], ground: 'LEGAL_OBLIGATION', days: null, records: 'select id, at as since, null::timestamptz as until from view_line' },
  ],
  policy: policy({ 'views.read': either(staff(), resident) }),
  private: ['ViewLine.staff'],
};
