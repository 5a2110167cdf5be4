import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/queries/queries';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import type { Context } from '../../kernel/context.ts';
import type { Feature } from '../../kernel/feature.ts';
import { inputOf } from '../../kernel/input.ts';
import { anyStaff, assertMay, policy } from '../../kernel/policy.ts';
import { raw, read, sql, visible } from '../../kernel/read/index.ts';
import { removeQuery, saveQuery } from './queries.commands.ts';
import { SavedQuery } from './queries.entity.ts';
import { assertRunnable } from './runnable.ts';

const SaveQueryInput = inputOf('SaveQueryInput', 'A question to the API that is kept.', rules.SaveQuery);
visible(SavedQuery, (column, actor) =>
  actor.kind === 'staff' && actor.may('query.read') ? sql`${column('shared')} or ${column('owner')} = ${actor.id}::uuid` : raw('false'),
);

@Resolver()
class QueriesResolver {
  @Query(() => [SavedQuery], { description: 'The questions to the API that one keeps, and those that colleagues share, by name. For staff.' })
  savedQueries(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<SavedQuery[]> {
    assertMay(ctx.actor, 'query.read');
    return read(ctx, info, SavedQuery, { orderBy: { name: 'asc' }, first: MAX_PAGE });
  }

  @Mutation(() => SavedQuery, {
    nullable: true,
    description:
      'Keeps a question to the API, checked against it; nothing that changes anything. For staff. Problems: query-invalid, query-too-expensive, newer-revision, not-found, forbidden.',
  })
  async saveQuery(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SaveQueryInput) input: rules.SaveQuery,
  ): Promise<SavedQuery | null> {
    assertMay(ctx.actor, 'query.save');
    assertRunnable(info.schema, input.query, input.variables);
    return read(ctx, info, SavedQuery, { where: { id: await saveQuery(ctx, input) } });
  }

  @Mutation(() => ID, { description: 'Removes a question that one keeps; of those that are shared an administrator any. Problems: not-found, forbidden.' })
  removeQuery(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return removeQuery(ctx, { id });
  }
}

/** Questions to the API that staff keep and share. */
export const queries: Feature = {
  entities: [SavedQuery],
  resolvers: [QueriesResolver],
  policy: policy({ 'query.read': anyStaff, 'query.save': anyStaff, 'query.remove': anyStaff }),
  constraints: { saved_query_pkey: 'newer-revision' },
  // who wrote one is the city's staff, who have a rule of their own
  impersonal: ['SavedQuery'],
};
