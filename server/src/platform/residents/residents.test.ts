import { expect, test } from 'vitest';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { aResident } from '../../testing/resident.ts';

const city = await aCity();
const UPDATE = 'mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { displayName locale } }';
const CHANGE = 'mutation ($input: SignInWithCodeInput!) { changeEmail(input: $input) { email } }';
const codeTo = async (email: string) => {
  await city.ask('mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }', { input: { email, audience: 'RESIDENT' } });
  return /\d{6}/.exec(city.mails.find((mail) => mail.to === email)!.text)![0];
};

test('a resident changes what they are called and written to in, and nobody else does', async () => {
  const aino = await aResident(city, 'aino@example.fi');
  const input = { displayName: '  Aino V. ', locale: 'sv' };
  expect((await aino.ask(UPDATE, { input })).data).toEqual({ updateAccount: { displayName: 'Aino V.', locale: 'sv' } });
  expect((await aino.ask(UPDATE, { input: { displayName: ' ', locale: 'fi' } })).data).toEqual({ updateAccount: { displayName: null, locale: 'fi' } });
  expect((await aino.ask(UPDATE, { input: { displayName: 'A'.repeat(81), locale: 'fi' } })).codes).toEqual(['bad-input']);
  expect((await city.ask(UPDATE, { input })).codes).toEqual(['unauthenticated']);
  expect((await (await city.as('hallinta'))(UPDATE, { input })).codes).toEqual(['forbidden']);
});

test('an account moves to an address that is theirs, and the one before is told', async () => {
  const aino = await aResident(city, 'aino@example.fi');
  const code = await codeTo('uusi@example.fi');
  expect((await aino.ask(CHANGE, { input: { email: 'uusi@example.fi', code: code === '111111' ? '222222' : '111111' } })).codes).toEqual(['code-wrong']);
  expect((await city.ask(CHANGE, { input: { email: 'uusi@example.fi', code } })).codes).toEqual(['unauthenticated']);
  expect((await aino.ask(CHANGE, { input: { email: 'uusi@example.fi', code } })).data).toEqual({ changeEmail: { email: 'uusi@example.fi' } });
  expect(city.mails[0]).toMatchObject({ to: 'aino@example.fi', subject: expect.stringContaining('osoite vaihtui') });
  expect((await aino.ask(CHANGE, { input: { email: 'uusi@example.fi', code } })).codes).toEqual(['code-wrong']);
});

test('an address that another account has stays theirs', async () => {
  const aino = await aResident(city, 'aino@example.fi');
  const eino = await aResident(city, 'eino@example.fi');
  const code = await codeTo('eino@example.fi');
  expect((await aino.ask(CHANGE, { input: { email: 'eino@example.fi', code } })).codes).toEqual(['already-exists']);
  expect((await sql(city.em(), 'select id from resident where email = $1', ['eino@example.fi']))[0]).toEqual({ id: eino.id });
});
