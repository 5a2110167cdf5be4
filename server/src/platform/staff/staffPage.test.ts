import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { stateOf } from '@torilla/schema/staff/state';
import { aCity } from '../../testing/city.ts';
import { aVisitor, signedIn } from '../../testing/visitor.ts';

const city = await aCity();
const PAGE = `query ($filter: StaffFilterInput) { staffPage(filter: $filter) { totalCount nodes { displayName email roles lastSeenAt invitedUntil } } }`;
const INVITE = 'mutation ($input: InviteStaffInput!) { inviteStaff(input: $input) { id } }';
const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;
type Person = { displayName: string; roles: string[]; lastSeenAt: Date | null; invitedUntil: Date | null };

async function page(filter = {}): Promise<Person[]> {
  const { data, codes } = await (await city.as('hallinta'))(PAGE, { filter });
  expect(codes).toEqual([]);
  return data!.staffPage.nodes;
}
const names = async (filter: object) => (await page(filter)).map(({ displayName }) => displayName);
async function invited(more = {}) {
  const input = { id: newId(), email: 'uusi@example.fi', displayName: 'Uuno U.', role: 'OFFICER', unit: 'green-services', ...more };
  expect((await (await city.as('hallinta'))(INVITE, { input })).codes).toEqual([]);
  return input;
}

test('staff are found by a part of their name or address, by role, by unit and by where they stand', async () => {
  await signedIn(city, 'antti@torilla.example');
  await invited();
  await (
    await city.as('hallinta')
  )('mutation ($id: ID!) { withdrawAccess(staffId: $id) { id } }', {
    id: (await (await city.as('hallinta'))('{ staff { id displayName } }')).data!.staff.find(({ displayName }: Person) => displayName === 'Mirja K.').id,
  });
  expect(await names({})).toEqual(['Antti L.', 'Hanna P.', 'Mirja K.', 'Uuno U.']);
  expect(await names({ search: 'uUN' })).toEqual(['Uuno U.']);
  expect(await names({ search: 'antti@' })).toEqual(['Antti L.']);
  expect(await names({ search: '%' })).toEqual([]);
  expect(await names({ role: 'OFFICER' })).toEqual(['Antti L.', 'Uuno U.']);
  expect(await names({ unit: 'green-services' })).toEqual(['Uuno U.']);
  expect(await names({ state: 'ACTIVE' })).toEqual(['Antti L.']);
  expect(await names({ state: 'INVITED' })).toEqual(['Hanna P.', 'Uuno U.']);
  expect(await names({ state: 'WITHOUT_ACCESS' })).toEqual(['Mirja K.']);
  expect(await names({ state: 'INVITED', role: 'OFFICER', search: 'u' })).toEqual(['Uuno U.']);
  for (const person of await page()) expect(await names({ state: stateOf(person) })).toContain(person.displayName);
});

test('when somebody was last here is noted to the minute, and stays when they have signed out', async () => {
  const browser = await signedIn(city, 'mirja@torilla.example');
  const seen = async () => (await page({ search: 'mirja' }))[0]!.lastSeenAt?.getTime();
  const first = await seen();
  city.clock.pass(MINUTE / 2);
  await browser.ask('{ me { id } }');
  expect(await seen()).toBe(first);
  city.clock.pass(MINUTE);
  await browser.ask('{ me { id } }');
  expect(await seen()).toBe(city.clock.now().getTime());
  await browser.ask('mutation { signOut }');
  expect(await seen()).toBe(city.clock.now().getTime());
});

test('an invitation is open until it is followed', async () => {
  const { email, ...input } = await invited();
  const [open] = await page({ search: 'uuno' });
  expect(open).toMatchObject({ lastSeenAt: null, invitedUntil: new Date(city.clock.now().getTime() + 7 * DAY) });
  const secret = /#(\S+)/.exec(city.mails.find(({ to }) => to === email)!.text)![1]!;
  await aVisitor(city).ask('mutation ($input: FollowSignInLinkInput!) { followSignInLink(input: $input) { id } }', { input: { secret } });
  expect(await page({ search: 'uuno' })).toMatchObject([{ lastSeenAt: city.clock.now(), invitedUntil: null }]);
  expect(input.role).toBe('OFFICER');
});

test('whoever is invited again after their role ran out has it again', async () => {
  const input = await invited({ until: new Date(city.clock.now().getTime() + DAY) });
  city.clock.pass(2 * DAY);
  expect(await names({ state: 'WITHOUT_ACCESS' })).toEqual(['Uuno U.']);
  await invited({ id: input.id });
  expect(await page({ search: 'uuno' })).toMatchObject([{ roles: ['OFFICER'] }]);
});

test('who is where is for administrators', async () => {
  expect((await city.ask(PAGE)).codes).toEqual(['unauthenticated']);
  expect((await (await city.as('antti'))(PAGE)).codes).toEqual(['forbidden']);
  expect((await (await city.as('antti'))('{ staff { lastSeenAt } }')).codes).toEqual(['forbidden']);
});
