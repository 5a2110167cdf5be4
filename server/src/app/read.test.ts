import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { anonymous, system, type Actor } from '../kernel/actor.ts';
import { sql } from '../kernel/command.ts';
import { PreparedClient } from '../kernel/read/index.ts';
import { queriesOf } from '../kernel/read/testing/selections.ts';
import { purgeDue } from '../platform/retention/retention.commands.ts';
import { aCity, type Answer } from '../testing/city.ts';
import { aDay, type Day } from '../testing/day.ts';
import { naiveCity, type Root } from '../testing/naive.ts';
import { apiSchema } from './schema.ts';

const city = await aCity({ rolledBack: false });
const schema = await apiSchema();
const staff = (...roles: Actor['roles']): Actor => ({ kind: 'staff', id: day.people['mirja']!, roles });
let day: Day;
const sent = vi.spyOn(PreparedClient.prototype, 'query');
let naive: Awaited<ReturnType<typeof naiveCity>>;

beforeAll(async () => {
  day = await aDay(city);
  await purgeDue(city.context(system));
  naive = await naiveCity(city, schema);
});

const worker = (): Actor => staff('WORKER');
const officer = (): Actor => staff('OFFICER');
const administrator = (): Actor => staff('ADMINISTRATOR');
const everybody = [() => anonymous, worker, officer, administrator];
const inside = [worker, officer, administrator];

/** Every root field that reads entities: its arguments, what it is by hand, and who may ask. */
const roots: [field: string, args: () => string, root: () => Root, actors: (() => Actor)[]][] = [
  ['plan', () => '', () => ({ entity: 'Plan', shape: 'one', where: { state: 'IN_FORCE' } }), everybody],
  ['planDrafts', () => '', () => ({ entity: 'Plan', shape: 'list', where: { state: 'DRAFT' }, order: { from: 'desc' } }), [administrator]],
  ['planDraft', () => `(id: "${day.draft}")`, () => ({ entity: 'Plan', shape: 'one', where: { id: day.draft } }), [administrator]],
  ['planVersion', () => `(id: "${day.plan}")`, () => ({ entity: 'Plan', shape: 'one', where: { id: day.plan } }), everybody],
  ['planVersions', () => '', () => ({ entity: 'Plan', shape: 'list', where: { state: 'IN_FORCE' }, order: { from: 'desc' } }), everybody],
  ['measure', () => '(number: 5)', () => ({ entity: 'Measure', shape: 'one', where: { number: 5 }, order: { id: 'asc' } }), everybody],
  ['units', () => '', () => ({ entity: 'Unit', shape: 'list' }), everybody],
  ['districts', () => '', () => ({ entity: 'District', shape: 'list' }), everybody],
  ['places', () => '', () => ({ entity: 'Place', shape: 'list' }), everybody],
  ['events', () => '(first: 4)', () => ({ entity: 'Event', shape: 'page', order: { startsAt: 'asc' }, first: 4 }), everybody],
  ['event', () => `(id: "${day.event}")`, () => ({ entity: 'Event', shape: 'one', where: { id: day.event } }), everybody],
  ['topics', () => '', () => ({ entity: 'Topic', shape: 'list', order: { position: 'asc' } }), everybody],
  [
    'tallyQuestions',
    () => `(eventId: "${day.event}")`,
    () => ({ entity: 'TallyQuestion', shape: 'list', where: { event_id: day.event }, order: { position: 'asc' } }),
    everybody,
  ],
  ['me', () => '', () => ({ entity: 'StaffMember', shape: 'one', where: { id: day.people['mirja'] } }), [administrator]],
  ['staff', () => '', () => ({ entity: 'StaffMember', shape: 'list', order: { displayName: 'asc' } }), [administrator]],
  ['apiTokens', () => '', () => ({ entity: 'ApiToken', shape: 'list', order: { createdAt: 'desc' } }), inside],
  ['passkeys', () => '', () => ({ entity: 'Passkey', shape: 'list', order: { createdAt: 'desc' } }), inside],
  ['staffPage', () => '(first: 2)', () => ({ entity: 'StaffMember', shape: 'page', order: { displayName: 'asc' }, first: 2 }), [administrator]],
  ['sessions', () => '', () => ({ entity: 'Session', shape: 'list', order: { lastSeenAt: 'desc' } }), inside],
  ['myAccount', () => '', () => ({ entity: 'Resident', shape: 'one', where: { id: day.aino.id } }), [() => day.aino]],
  ['devices', () => '(kind: TABLET)', () => ({ entity: 'Device', shape: 'page', where: { kind: 'TABLET' }, order: { enrolledAt: 'desc' } }), inside],
  ['feedbackPage', () => '(first: 9)', () => ({ entity: 'Feedback', shape: 'page', order: { capturedAt: 'desc' }, first: 9 }), inside],
  ['myFeedback', () => '(first: 3)', () => ({ entity: 'Feedback', shape: 'page', order: { capturedAt: 'desc' }, first: 3 }), [() => day.aino]],
  ['feedback', () => `(id: "${day.voice.id}")`, () => ({ entity: 'Feedback', shape: 'one', where: { id: day.voice.id } }), inside],
  ['budgetRounds', () => '(first: 2)', () => ({ entity: 'BudgetRound', shape: 'page', order: { year: 'desc' }, first: 2 }), everybody],
  ['budgetRound', () => `(id: "${day.round}")`, () => ({ entity: 'BudgetRound', shape: 'one', where: { id: day.round } }), everybody],
  [
    'budgetComments',
    () => `(roundId: "${day.round}", first: 2)`,
    () => ({ entity: 'BudgetComment', shape: 'page', where: { idea_id: day.idea }, order: { writtenAt: 'desc' }, first: 2 }),
    everybody,
  ],
  [
    'budgetIdeas',
    () => `(roundId: "${day.round}", first: 2)`,
    () => ({ entity: 'BudgetIdea', shape: 'page', where: { round_id: day.round }, order: { receivedAt: 'desc' }, first: 2 }),
    everybody,
  ],
  [
    'budgetProjects',
    () => `(roundId: "${day.round}", first: 2)`,
    () => ({ entity: 'BudgetProject', shape: 'page', where: { round_id: day.round }, order: { createdAt: 'asc' }, first: 2 }),
    everybody,
  ],
  [
    'budgetCounts',
    () => `(roundId: "${day.counted}")`,
    () => ({ entity: 'BudgetCount', shape: 'list', where: { round_id: day.counted }, order: { id: 'asc' }, first: 30 }),
    everybody,
  ],
  ['budgetProject', () => `(id: "${day.proposal}")`, () => ({ entity: 'BudgetProject', shape: 'one', where: { id: day.proposal } }), everybody],
  ['budgetIdea', () => `(id: "${day.idea}")`, () => ({ entity: 'BudgetIdea', shape: 'one', where: { id: day.idea } }), everybody],
  ['touchpoint', () => '(code: "T9RPA")', () => ({ entity: 'Touchpoint', shape: 'one', where: { code: 'T9RPA' } }), everybody],
  ['touchpoints', () => '', () => ({ entity: 'Touchpoint', shape: 'list', order: { createdAt: 'asc' } }), [officer, administrator]],
  ['touchpointWords', () => '(first: 3)', () => ({ entity: 'TouchpointWords', shape: 'page', order: { day: 'desc' }, first: 3 }), [officer, administrator]],
  ['serviceDeeds', () => '(first: 3)', () => ({ entity: 'ServiceDeed', shape: 'list', order: { doneOn: 'desc' }, first: 3 }), everybody],
  ['participations', () => '(first: 3)', () => ({ entity: 'Participation', shape: 'page', order: { createdAt: 'desc' }, first: 3 }), everybody],
  ['participation', () => `(id: "${day.project}")`, () => ({ entity: 'Participation', shape: 'one', where: { id: day.project } }), everybody],
  ['answerPromises', () => '', () => ({ entity: 'AnswerPromise', shape: 'list' }), inside],
  ['answerTemplates', () => '', () => ({ entity: 'AnswerTemplate', shape: 'list', order: { title: 'asc' } }), inside],
  ['savedQueries', () => '', () => ({ entity: 'SavedQuery', shape: 'list', order: { name: 'asc' } }), inside],
  [
    'feedbackQuotes',
    () => `(eventId: "${day.event}", first: 5)`,
    () => ({ entity: 'FeedbackQuote', shape: 'page', order: { markedAt: 'asc' }, first: 5 }),
    inside,
  ],
  ['matters', () => '(first: 5)', () => ({ entity: 'FeedbackMatter', shape: 'page', order: { createdAt: 'desc' }, first: 5 }), inside],
  ['matter', () => `(id: "${day.matter}")`, () => ({ entity: 'FeedbackMatter', shape: 'one', where: { id: day.matter } }), inside],
  [
    'inboxItems',
    () => '(state: HELD)',
    () => ({ entity: 'InboxItem', shape: 'page', where: { state: 'HELD' }, order: { receivedAt: 'asc' }, first: 20 }),
    [officer, administrator],
  ],
  ['myIdentity', () => '', () => ({ entity: 'Identity', shape: 'one' }), [() => day.aino]],
  ['consents', () => '', () => ({ entity: 'Consent', shape: 'list', order: { givenAt: 'desc' } }), [() => day.aino]],
  [
    'viewLines',
    () => '(first: 5)',
    () => ({ entity: 'ViewLine', shape: 'page', order: { id: 'desc' }, first: 5 }),
    [() => day.aino, () => day.eino, administrator],
  ],
  ['auditLines', () => '(first: 30)', () => ({ entity: 'AuditLine', shape: 'page', order: { id: 'desc' }, first: 30 }), [administrator]],
  ['notices', () => '', () => ({ entity: 'Notice', shape: 'list', order: { position: 'asc' } }), everybody],
  ['notice', () => '(purpose: STAFF)', () => ({ entity: 'Notice', shape: 'one', where: { purpose: 'STAFF' } }), everybody],
  ['supervisor', () => '', () => ({ entity: 'Supervisor', shape: 'one' }), everybody],
  [
    'barriers',
    () => '(answered: false)',
    () => ({ entity: 'Barrier', shape: 'page', where: { answered_at: null }, order: { dueOn: 'asc' }, first: 20 }),
    [administrator],
  ],
  [
    'myNotifications',
    () => '(first: 5)',
    () => ({ entity: 'Notification', shape: 'page', where: { listed: true }, order: { createdAt: 'desc' }, first: 5 }),
    [() => day.aino, () => day.eino, administrator],
  ],
  ['deliveries', () => '(first: 5)', () => ({ entity: 'Delivery', shape: 'page', order: { createdAt: 'desc' }, first: 5 }), [administrator]],
  ['retentionRuns', () => '(first: 5)', () => ({ entity: 'RetentionRun', shape: 'page', order: { startedAt: 'desc' }, first: 5 }), [administrator]],
];

test('the day at the square left something of everything', async () => {
  const [there] = await sql(
    city.em(),
    `select (select count(*)::int from feedback) as voices, (select count(*)::int from feedback_contact) as contacts, (select count(*)::int from feedback_photo) as photos,
     (select count(*)::int from inbox_item where state = 'HELD') as held`,
  );
  expect(there).toEqual({ voices: 25, contacts: 4, photos: 4, held: 1 });
});

test.each(roots)('%s is answered as by asking row by row, in one statement', async (field, args, root, actors) => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(queriesOf(schema, field, args(), 4), fc.constantFrom(...actors), async ({ query, variables }, who) => {
      const actor = who();
      sent.mockClear();
      const { data, codes }: Answer = await city.askAs(actor)(query, variables);
      // too much, or a field that is not theirs to read
      if (codes[0] === 'query-too-expensive' || codes[0] === 'forbidden') {
        expect(sent).not.toHaveBeenCalled();
        return;
      }
      expect(codes).toEqual([]);
      expect(sent).toHaveBeenCalledTimes(1);
      expect(JSON.parse(JSON.stringify(data))).toEqual(await naive(query, field, root(), actor, variables));
      compared++;
    }),
    { numRuns: 60, seed: 20_270_518, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(5);
});

/** What is chosen by more than a row's own columns has tests of its own: who may read a piece, what says the same, and what was answered within a matter. */
const ELSEWHERE = ['alikeFeedback', 'alikeIdeas', 'feedbackReaders', 'newestMatterAnswer'];

test('no root field that reads entities is left out', async () => {
  const entities = new Set([...city.app.orm.getMetadata().getAll().values()].map(({ className }) => className));
  const reading = Object.values(schema.getQueryType()!.getFields()).filter(({ type }) => entities.has(String(type).replace(/Connection|[[\]!]/g, '')));
  expect(reading.map(({ name }) => name).sort()).toEqual([...roots.map(([name]) => name), ...ELSEWHERE].sort());
});
