import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { PIN_BITS, PIN_ITERATIONS, type SetPin } from '@torilla/schema/staff/pin';
import { command } from '../../kernel/command.ts';
import { StaffPin } from './pin.entity.ts';
import { StaffMember } from './staff.entity.ts';

const derive = promisify(pbkdf2);

/** Sets one's own PIN for shared tablets, or takes it away. Tablets learn of it with the next pack that they fetch. */
export const setPin = command(
  'staff.pin.set',
  (_: SetPin, staffId: string) => ({ type: 'StaffMember', id: staffId }),
  async ({ em, actor, clock }, { pin }) => {
    await em.nativeDelete(StaffPin, { staff: actor.id });
    if (pin) {
      const salt = randomBytes(16);
      const hash = await derive(pin, salt, PIN_ITERATIONS, PIN_BITS / 8, 'sha256');
      const staff = em.getReference(StaffMember, actor.id!);
      em.create(StaffPin, { staff, salt: salt.toString('base64url'), iterations: PIN_ITERATIONS, hash: hash.toString('base64url'), setAt: clock.now() });
      await em.flush();
    }
    return actor.id!;
  },
);

/** Takes a forgotten PIN away. */
export const clearPin = command(
  'staff.pin.clear',
  ({ staffId }: { staffId: string }) => ({ type: 'StaffMember', id: staffId }),
  async ({ em }, { staffId }) => {
    await em.nativeDelete(StaffPin, { staff: staffId });
    return staffId;
  },
);
