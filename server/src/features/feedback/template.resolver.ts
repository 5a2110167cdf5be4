import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/feedback/templates';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { read } from '../../kernel/read/index.ts';
import * as commands from './template.commands.ts';
import { AnswerTemplate } from './template.entity.ts';

const SaveAnswerTemplateInput = inputOf('SaveAnswerTemplateInput', 'Words from which an answer is begun.', rules.SaveAnswerTemplate);

@Resolver()
export class TemplateResolver {
  @Query(() => [AnswerTemplate], { description: "Words from which answers are begun: everybody's, and those of one's units. For staff." })
  answerTemplates(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<AnswerTemplate[]> {
    assertMay(ctx.actor, 'feedback.read');
    return read(ctx, info, AnswerTemplate, { orderBy: { title: 'asc' }, first: MAX_PAGE });
  }

  @Mutation(() => AnswerTemplate, {
    nullable: true,
    description: 'Keeps words from which answers are begun, or replaces them. For officers of the unit. Problems: forbidden, unknown-unit.',
  })
  async saveAnswerTemplate(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SaveAnswerTemplateInput) input: rules.SaveAnswerTemplate,
  ): Promise<AnswerTemplate | null> {
    return read(ctx, info, AnswerTemplate, { where: { id: await commands.saveAnswerTemplate(ctx, input) } });
  }

  @Mutation(() => ID, { description: 'Takes them away; answers stay as they are. For officers of the unit. Problems: not-found, forbidden.' })
  removeAnswerTemplate(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<string> {
    return commands.removeAnswerTemplate(ctx, { id });
  }
}
