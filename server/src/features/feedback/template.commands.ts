import type { SaveAnswerTemplate } from '@torilla/schema/feedback/templates';
import { unitsOf } from '../../kernel/actor.ts';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { Unit } from '../../platform/plan/unit.entity.ts';
import { isForCity } from './steps.ts';
import { AnswerTemplate } from './template.entity.ts';

const subject = ({ id }: { id: string }) => ({ type: 'AnswerTemplate', id });

/** Keeps words from which answers are begun: for everybody by who works for the whole city, for their units by officers. @throws Problem `forbidden`, `unknown-unit` */
export const saveAnswerTemplate = command('feedback.template.save', subject, async (ctx, { id, unit, title, words }: SaveAnswerTemplate) => {
  const { em } = ctx;
  const known = await em.findOne(AnswerTemplate, { id });
  if (known) assertOwn(ctx, known.unit?.key ?? null);
  assertOwn(ctx, unit ?? null);
  const facts = { title, words, unit: unit ? em.getReference(Unit, unit) : null };
  if (known) em.assign(known, facts);
  else em.create(AnswerTemplate, { id, ...facts });
  return id;
});

/** Takes them away; answers that were begun from them stay as they are. @throws Problem `not-found`, `forbidden` */
export const removeAnswerTemplate = command('feedback.template.remove', subject, async (ctx, { id }: { id: string }) => {
  const known = await ctx.em.findOne(AnswerTemplate, { id });
  if (!known) throw new Problem('not-found');
  assertOwn(ctx, known.unit?.key ?? null);
  ctx.em.remove(known);
  return id;
});

function assertOwn({ actor }: Context, unit: string | null): void {
  if (!isForCity(actor) && !(unit && unitsOf(actor, 'OFFICER').includes(unit))) throw new Problem('forbidden');
}
