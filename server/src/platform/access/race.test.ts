import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';

// requests are transactions of their own here, on connections of their own
const city = await aCity({ rolledBack: false });

test.each([
  ['STAFF', 'mirja@torilla.example', 'mutation ($input: SignInWithCodeInput!) { signInWithCode(input: $input) { id } }'],
  ['RESIDENT', 'aino@example.fi', 'mutation ($input: SignInAsResidentInput!) { signInAsResident(input: $input) { id } }'],
])('64 uses of one code of %s at one instant: one signs in', async (audience, email, query) => {
  await city.ask('mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }', { input: { email, audience } });
  const code = /\d{6}/.exec(city.mails[0]!.text)![0];
  // from as many addresses, so that nobody is told to wait
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, i) =>
      city.askAs({ kind: 'anonymous', id: null, roles: [] }, { address: `192.0.2.${i}` })(query, { input: { email, code } }),
    ),
  );
  expect(answers.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
  expect(new Set(answers.flatMap(({ codes }) => codes))).toEqual(new Set(['code-wrong']));
  const [row] = await sql<{ sessions: number }>(city.em(), `select count(*)::int as sessions from session where (resident_id is not null) = $1`, [
    audience === 'RESIDENT',
  ]);
  expect(row).toEqual({ sessions: 1 });
});

test('two administrators who end each other’s role at one instant: one remains', async () => {
  const admin = await city.as('hallinta');
  const idOf = async (email: string) => (await sql<{ id: string }>(city.em(), 'select id from staff_member where email = $1', [email]))[0]!.id;
  const [hanna, antti] = [await idOf('hallinta@torilla.example'), await idOf('antti@torilla.example')];
  await admin('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }', { input: { id: newId(), staffId: antti, role: 'ADMINISTRATOR' } });
  const second = await city.as('antti');
  const WITHDRAW = 'mutation ($id: ID!) { withdrawAccess(staffId: $id) { id } }';
  const answers = await Promise.all([admin(WITHDRAW, { id: antti }), second(WITHDRAW, { id: hanna })]);
  expect(answers.map(({ codes }) => codes.join()).sort()).toEqual(['', 'last-administrator']);
});
