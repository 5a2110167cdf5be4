import type { SignInWithCode } from '@torilla/schema/access/access';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Resident } from '../residents/residents.entity.ts';
import { idOf, told, useCode, type Attempt } from './codes.commands.ts';

const tryToChange = command(
  'access.email.change',
  (_: SignInWithCode, result: Attempt) => ({ type: 'Resident', id: idOf(result) }),
  (ctx, input): Promise<Attempt> =>
    useCode(ctx, 'RESIDENT', input, async () => {
      const resident = await ctx.em.findOneOrFail(Resident, { id: ctx.actor.id! });
      resident.email = input.email;
      await ctx.em.flush();
      return resident.id;
    }),
);

/**
 * Moves a resident's account to another address, which a code that was mailed there proves to be theirs. The old address is told.
 * @throws Problem `code-wrong`, `code-expired`, `already-exists` for an address that another account has
 */
export async function changeEmail(ctx: Context, input: SignInWithCode): Promise<string> {
  const before = await ctx.em.findOne(Resident, { id: ctx.actor.id ?? null });
  const id = told(await tryToChange(ctx, input));
  if (before?.email && before.email !== input.email)
    ctx.services.mailer.post({
      to: before.email,
      subject: 'Torilla: osoite vaihtui · adressen ändrades · address changed',
      text: `Torilla-tilisi osoite vaihdettiin. Jos et tehnyt sitä itse, ota yhteyttä kaupunkiin.\nAdressen till ditt Torilla-konto har ändrats. Om det inte var du, kontakta staden.\nThe address of your Torilla account was changed. If it was not you, contact the city.`,
    });
  return id;
}
