import { newId } from '@torilla/schema/kernel/id';
import type { StaffRole } from '@torilla/schema/staff/staff';
import type { Context } from '../../kernel/context.ts';
import type { Feature } from '../../kernel/feature.ts';
import { anyStaff, inPerson, policy, staff as only } from '../../kernel/policy.ts';
import { raw, visible } from '../../kernel/read/index.ts';
import { giveRole, newStaff } from './staff.commands.ts';
import { StaffGrant, StaffMember } from './staff.entity.ts';
import { StaffPin } from './pin.entity.ts';
import { StaffResolver } from './staff.resolver.ts';

visible(StaffGrant, (_, actor) => (actor.may('staff.read') ? undefined : raw('false')));

/** The people of the demo: who signs in to try Torilla. */
const demoStaff: readonly { email: string; displayName: string; roles: StaffRole[] }[] = [
  { email: 'mirja@torilla.example', displayName: 'Mirja K.', roles: ['WORKER'] },
  { email: 'antti@torilla.example', displayName: 'Antti L.', roles: ['OFFICER', 'WORKER'] },
  { email: 'hallinta@torilla.example', displayName: 'Hanna P.', roles: ['ADMINISTRATOR'] },
];

async function seedStaff(ctx: Context): Promise<void> {
  for (const { roles, ...person } of demoStaff) {
    const member = await newStaff(ctx, { ...person, demo: true });
    for (const role of roles) await giveRole(ctx, member, newId(), { role });
  }
}

/** The city's staff and what they may do. */
export const staff: Feature = {
  entities: [StaffMember, StaffGrant, StaffPin],
  resolvers: [StaffResolver],
  policy: policy({
    'staff.read': anyStaff,
    'staff.administer': only(),
    'staff.grant': inPerson(only()),
    'staff.grant.end': inPerson(only()),
    'staff.withdraw': inPerson(only()),
    'staff.rename': only(),
    'staff.pin.set': inPerson(anyStaff),
    'staff.pin.clear': only(),
  }),
  private: ['StaffMember.demo', 'StaffPin.*'],
  constraints: {
    staff_email_once: 'already-exists',
    staff_grant_once: 'already-exists',
    staff_grant_unit_key_foreign: 'unknown-unit',
    staff_administrator_remains: 'last-administrator',
  },
  retention: [
    {
      key: 'staff',
      of: ['StaffMember', 'StaffGrant', 'StaffIdentity', 'StaffPin', 'Passkey'],
      ground: 'LEGAL_OBLIGATION',
      days: null,
      records: 'select id, null::timestamptz as since, null::timestamptz as until from staff_member',
    },
  ],
  seed: seedStaff,
};
