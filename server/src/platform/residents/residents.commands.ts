import type { UpdateAccount } from '@torilla/schema/residents/residents';
import { command } from '../../kernel/command.ts';
import { Resident } from './residents.entity.ts';

/** Changes what a resident is called and written to in; their own account and no other. */
export const updateAccount = command(
  'residents.account.update',
  (_: UpdateAccount, id: string) => ({ type: 'Resident', id }),
  async ({ em, actor }, { displayName, locale }) => {
    const resident = await em.findOneOrFail(Resident, { id: actor.id! });
    em.assign(resident, { displayName: displayName || null, locale });
    await em.flush();
    return resident.id;
  },
);
