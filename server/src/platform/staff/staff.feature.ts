import { newId } from '@torilla/schema/kernel/id';
import type { StaffRole } from '@torilla/schema/staff/staff';
import type { Context } from '../../kernel/context.ts';
import type { Feature } from '../../kernel/feature.ts';
import { anyone, anyStaff, policy } from '../../kernel/policy.ts';
import { Session, SignInCode, StaffMember } from './staff.entity.ts';
import { StaffResolver } from './staff.resolver.ts';

/** The people of the demo: who signs in to try Torilla. */
const demoStaff: readonly { email: string; displayName: string; roles: StaffRole[] }[] = [
  { email: 'mirja@torilla.example', displayName: 'Mirja K.', roles: ['WORKER'] },
  { email: 'antti@torilla.example', displayName: 'Antti L.', roles: ['OFFICER', 'WORKER'] },
  { email: 'hallinta@torilla.example', displayName: 'Hanna P.', roles: ['ADMINISTRATOR'] },
];

async function seedStaff({ em }: Context): Promise<void> {
  for (const person of demoStaff) em.create(StaffMember, { id: newId(), ...person, demo: true });
  await em.flush();
}

/** The city's staff and how they sign in. */
export const staff: Feature = {
  entities: [StaffMember, SignInCode, Session],
  resolvers: [StaffResolver],
  policy: policy({ 'staff.read': anyStaff, 'staff.code.request': anyone, 'staff.code.try': anyone, 'staff.sign-out': anyStaff }),
  private: ['StaffMember.email', 'StaffMember.demo', 'SignInCode.*', 'Session.*'],
  constraints: { staff_email_once: 'already-exists' },
  seed: seedStaff,
};
