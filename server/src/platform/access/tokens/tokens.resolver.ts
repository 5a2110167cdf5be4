import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/access/access';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import type { Context } from '../../../kernel/context.ts';
import { inputOf } from '../../../kernel/input.ts';
import { assertMay } from '../../../kernel/policy.ts';
import { read } from '../../../kernel/read/index.ts';
import { ApiToken } from './token.entity.ts';
import * as commands from './tokens.commands.ts';

const MakeApiTokenInput = inputOf('MakeApiTokenInput', 'A token for a script.', rules.MakeApiToken);

@Resolver()
export class TokensResolver {
  @Query(() => [ApiToken], { description: "One's own tokens, the newest first. Empty for whoever has none." })
  apiTokens(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<ApiToken[]> {
    return read(ctx, info, ApiToken, { orderBy: { createdAt: 'desc' }, first: MAX_PAGE });
  }

  @Query(() => [String], { description: 'The verbs that one may allow a script. For staff.' })
  tokenVerbs(@Ctx() { actor }: Context): string[] {
    assertMay(actor, 'access.token.make');
    return commands.verbsForTokens(actor);
  }

  @Mutation(() => String, { description: 'Makes a token and gives its secret, which is not shown again: `Authorization: Bearer <secret>`. For staff.' })
  makeApiToken(@Ctx() ctx: Context, @Arg('input', () => MakeApiTokenInput) input: rules.MakeApiToken): Promise<string> {
    return commands.makeApiToken(ctx, input);
  }

  @Mutation(() => ID, { description: "Ends one of one's own tokens. Problem: not-found." })
  endApiToken(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return commands.endApiToken(ctx, { id });
  }
}
