import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { httpServer } from '../../../app/http.ts';
import { sql } from '../../../kernel/command.ts';
import { aCity } from '../../../testing/city.ts';
import { signedIn } from '../../../testing/visitor.ts';

const city = await aCity({ rolledBack: false });
let http: FastifyInstance;
beforeAll(async () => {
  http = await httpServer(city.app, { logLevel: 'silent', trustProxy: false, secure: false });
  await http.ready();
});
afterAll(() => http.close());

const MAKE = 'mutation ($input: MakeApiTokenInput!) { makeApiToken(input: $input) }';
const DAY = 24 * 60 * 60_000;
const hanna = await signedIn(city, 'hallinta@torilla.example');

/** Asks the API over HTTP with whatever says who one is. */
async function asks(authorization: string | undefined, query: string, variables = {}, cookie = '') {
  const headers = { ...(authorization && { authorization }), cookie };
  const response = await http.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
  const { data, errors = [] } = response.json();
  return { status: response.statusCode, data, codes: errors.map((error: { extensions: { code: string } }) => error.extensions.code) as string[] };
}
async function aToken(verbs: string[], more = {}, browser = hanna) {
  const input = { id: newId(), name: 'Tilastojen haku', verbs, days: 30, ...more };
  const answer = await browser.ask(MAKE, { input });
  return { id: input.id, input, answer, bearer: `Bearer ${answer.data?.makeApiToken}` };
}
const ids = async () =>
  Object.fromEntries(
    (await sql<{ id: string; name: string }>(city.em(), `select id, split_part(email, '@', 1) as name from staff_member`)).map(({ id, name }) => [name, id]),
  );

test('a script does what its token says in its owner’s name, and nothing else that they may', async () => {
  const { id, bearer } = await aToken(['staff.read']);
  expect(await asks(bearer, '{ me { displayName roles } staff { email } }')).toMatchObject({
    status: 200,
    codes: [],
    data: { me: { displayName: 'Hanna P.' } },
  });
  for (const query of [
    '{ auditLines { totalCount } }',
    '{ feedbackPage { totalCount } }',
    '{ devices(kind: TABLET) { totalCount } }',
    '{ inboxItems { totalCount } }',
  ])
    expect((await asks(bearer, query)).codes).toEqual(['forbidden']);
  const [mirja] = [(await ids())['mirja']];
  expect(
    (await asks(bearer, 'mutation ($input: RenameStaffInput!) { renameStaff(input: $input) { id } }', { input: { id: mirja, displayName: 'X' } })).codes,
  ).toEqual(['forbidden']);
  expect((await hanna.ask('{ apiTokens { id name verbs lastUsedAt } }')).data!.apiTokens).toEqual([
    { id, name: 'Tilastojen haku', verbs: ['staff.read'], lastUsedAt: expect.any(Date) },
  ]);
  expect((await sql<{ hash: string }>(city.em(), 'select hash from api_token')).map(({ hash }) => hash)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
});

test('a script sees by its verbs alone, also what hangs on other things', async () => {
  const { bearer } = await aToken(['feedback.read']);
  expect(await asks(bearer, '{ sessions { id } passkeys { id } apiTokens { id } }')).toMatchObject({ data: { sessions: [], passkeys: [], apiTokens: [] } });
  expect((await asks(bearer, '{ me { roles } }')).codes).toEqual(['forbidden']);
  expect((await asks(bearer, '{ me { email } }')).codes).toEqual(['forbidden']);
  expect((await asks(bearer, '{ me { grants { role } } }')).data.me.grants).toEqual([]);
});

test('a script cannot sign in, make or end tokens, hand out roles, or keep a passkey, whatever its token says', async () => {
  const { id, bearer } = await aToken(['staff.read', 'staff.rename']);
  const all = (await hanna.ask('{ tokenVerbs }')).data!.tokenVerbs as string[];
  expect(all).toContain('feedback.read');
  expect(all.filter((verb) => /^access\.(?!policy\.read$)|^staff\.(grant|withdraw|pin\.set)/.test(verb))).toEqual([]);
  for (const verb of ['access.token.make', 'staff.grant', 'access.invite', 'no.such', 'device.enrol'])
    expect((await aToken([verb])).answer.codes).toEqual(['bad-input']);
  // as if somebody had written them into the table
  await sql(
    city.em(),
    `update api_token set verbs = '["access.token.make", "access.token.end", "staff.grant", "access.invite", "access.passkey.offer", "access.code.request"]' where id = $1`,
    [id],
  );
  const { mirja } = await ids();
  for (const [query, input] of [
    [MAKE, { id: newId(), name: 'x', verbs: ['staff.read'], days: 1 }],
    ['mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }', { id: newId(), staffId: mirja, role: 'ADMINISTRATOR' }],
    ['mutation ($input: InviteStaffInput!) { inviteStaff(input: $input) { id } }', { id: newId(), email: 'a@b.fi', displayName: 'A', role: 'ADMINISTRATOR' }],
    ['mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }', { email: 'mirja@torilla.example' }],
  ] as const)
    expect((await asks(bearer, query, { input })).codes).toEqual(['forbidden']);
  expect((await asks(bearer, 'mutation { offerPasskey }')).codes).toEqual(['forbidden']);
  expect((await asks(bearer, `mutation { endApiToken(id: "${id}") }`)).codes).toEqual(['forbidden']);
  expect((await asks(bearer, 'mutation { signOut }')).codes).toEqual(['forbidden']);
});

test('nobody gives a script what they may not do themselves, and what they lose it loses', async () => {
  const mirja = await signedIn(city, 'mirja@torilla.example');
  expect((await aToken(['staff.rename'], {}, mirja)).answer.codes).toEqual(['bad-input']);
  const antti = await signedIn(city, 'antti@torilla.example');
  const { bearer } = await aToken(['inbox.read', 'feedback.read'], {}, antti);
  expect((await asks(bearer, '{ inboxItems { totalCount } }')).codes).toEqual([]);
  await sql(city.em(), `update staff_grant g set until = $1 from staff_member s where s.id = g.staff_id and s.email like 'antti%' and g.role = 'OFFICER'`, [
    city.clock.now(),
  ]);
  expect((await asks(bearer, '{ inboxItems { totalCount } }')).codes).toEqual(['forbidden']);
  expect((await asks(bearer, '{ feedbackPage { totalCount } }')).codes).toEqual([]);
});

test('a token ends at its time, by its owner, and with their last role, and says so', async () => {
  const short = await aToken(['staff.read'], { days: 1 });
  const { id, bearer } = await aToken(['staff.read']);
  expect((await hanna.ask(`mutation { endApiToken(id: "${id}") }`)).codes).toEqual([]);
  expect(await asks(bearer, '{ plan { from } }')).toMatchObject({ status: 401, codes: ['token-ended'] });
  expect((await hanna.ask(`mutation { endApiToken(id: "${id}") }`)).codes).toEqual(['not-found']);
  city.clock.pass(DAY);
  expect((await asks(short.bearer, '{ me { id } }')).codes).toEqual(['token-ended']);
  city.clock.set(new Date());
  const mirja = await signedIn(city, 'mirja@torilla.example');
  const hers = await aToken(['staff.read'], {}, mirja);
  expect((await asks(hers.bearer, '{ staff { id } }')).codes).toEqual([]);
  await (
    await city.as('hallinta')
  )('mutation ($id: ID!) { withdrawAccess(staffId: $id) { id } }', { id: (await ids())['mirja'] });
  expect((await asks(hers.bearer, '{ staff { id } }')).codes).toEqual(['token-ended']);
  await (
    await city.as('hallinta')
  )('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }', { input: { id: newId(), staffId: (await ids())['mirja'], role: 'WORKER' } });
  expect((await asks(hers.bearer, '{ staff { id } }')).codes).toEqual(['token-ended']);
});

test('the same token made again has another secret, and is nobody else’s', async () => {
  const { input, bearer } = await aToken(['staff.read']);
  const again = (await hanna.ask(MAKE, { input })).data!.makeApiToken;
  expect((await asks(bearer, '{ staff { id } }')).codes).toEqual(['token-ended']);
  expect((await asks(`Bearer ${again}`, '{ staff { id } }')).codes).toEqual([]);
  expect((await (await city.as('antti'))(MAKE, { input })).codes).toEqual(['already-exists']);
});

test.each<[string, object]>([
  ['no verbs', { verbs: [] }],
  ['no days', { days: 0 }],
  ['more than a year', { days: 367 }],
  ['no name', { name: ' ' }],
])('%s is no token', async (_, more) => {
  expect((await aToken(['staff.read'], more)).answer.codes).toEqual(['bad-input']);
});

test.each([
  ['a made-up one', 'Bearer made-up'],
  ['one in small letters', 'bearer  torilla_x'],
  ['a very long one', `Bearer ${'x'.repeat(5000)}`],
])('%s is told to be no token', async (_, authorization) => {
  expect(await asks(authorization, '{ me { id } }')).toMatchObject({ status: 401, codes: ['token-ended'] });
});

test('a token stands before the cookie of the same request, and other ways of saying who one is are passed over', async () => {
  const { bearer } = await aToken(['feedback.read']);
  const cookie = `session=${hanna.secret}`;
  expect((await asks(bearer, '{ staff { id } }', {}, cookie)).codes).toEqual(['forbidden']);
  expect((await asks('Basic dG9yaWxsYTp4', '{ me { displayName } }', {}, cookie)).data).toEqual({ me: { displayName: 'Hanna P.' } });
});
