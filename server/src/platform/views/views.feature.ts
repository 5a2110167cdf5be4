import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Id } from '@torilla/schema/kernel/id';
import type { Context } from '../../kernel/context.ts';
import type { Feature } from '../../kernel/feature.ts';
import { inputOf } from '../../kernel/input.ts';
import { assertMay, either, policy, resident, staff } from '../../kernel/policy.ts';
import { raw, read, visible } from '../../kernel/read/index.ts';
import { ViewLine, ViewLineConnection } from './views.entity.ts';
import { isTheirs } from './views.ts';

visible(ViewLine, (column, actor) => {
  if (actor.kind === 'resident') return isTheirs(column('subjectId'), actor.id);
  return actor.has('ADMINISTRATOR') ? undefined : raw('false');
});

const Filter = z.object({
  staffId: Id.nullish().describe('By this member of staff.'),
  from: z.iso.datetime({ offset: true }).nullish().describe('Opened at this instant or later.'),
  to: z.iso.datetime({ offset: true }).nullish().describe('Opened before this instant.'),
});
const ViewFilterInput = inputOf('ViewFilterInput', 'Which looks at personal data; all conditions hold together.', Filter);

@Resolver()
class ViewsResolver {
  @Query(() => ViewLineConnection, {
    description: 'Who opened personal data, when and why, the newest first. For administrators; for residents who opened theirs.',
  })
  viewLines(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => ViewFilterInput, { nullable: true }) filter: z.infer<typeof Filter> | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<object> {
    assertMay(ctx.actor, 'views.read');
    const { staffId, from, to } = filter ?? {};
    const where = { staff: staffId ?? undefined, at: { $gte: from ?? undefined, $lt: to ?? undefined } };
    return read(ctx, info, ViewLine, { where, orderBy: { id: 'desc' }, first, after });
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
