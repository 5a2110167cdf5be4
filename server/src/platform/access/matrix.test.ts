import { expect, test } from 'vitest';
import { may } from '../../kernel/policy.ts';
import { aCity } from '../../testing/city.ts';

const city = await aCity();
type Line = { verb: string; actors: string[]; byScript: boolean };

test('the matrix says what the policy says', async () => {
  const lines = (await (await city.as('mirja'))('{ policyMatrix { verb actors byScript } }')).data!.policyMatrix as Line[];
  const line = (verb: string) => lines.find((one) => one.verb === verb);
  expect(line('feedback.read')).toEqual({
    verb: 'feedback.read',
    actors: ['VIEWER', 'UNIT_VIEWER', 'WORKER', 'UNIT_OFFICER', 'OFFICER', 'ADMINISTRATOR'],
    byScript: true,
  });
  expect(line('staff.grant')).toEqual({ verb: 'staff.grant', actors: ['ADMINISTRATOR'], byScript: false });
  expect(line('access.administrator.make')).toEqual({ verb: 'access.administrator.make', actors: [], byScript: false });
  expect(line('access.code.request')!.actors).toHaveLength(9);
  expect(lines.map(({ verb }) => verb)).toEqual(lines.map(({ verb }) => verb).sort());
  for (const { verb, actors } of lines) expect(may({ kind: 'staff', id: null, roles: ['WORKER'] }, verb)).toBe(actors.includes('WORKER'));
});

test('it is for staff', async () => {
  expect((await city.ask('{ policyMatrix { verb } }')).codes).toEqual(['unauthenticated']);
});
