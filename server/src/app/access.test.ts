import type { GraphQLField } from 'graphql';
import { expect, test } from 'vitest';
import { rosterText } from '@torilla/schema/devices/roster';
import { newId } from '@torilla/schema/kernel/id';
import { anonymous, type Actor } from '../kernel/actor.ts';
import { newVoterCode } from '@torilla/schema/budget/code';
import { newBallotReceipt } from '@torilla/schema/budget/receipt';
import { aProject, aRound } from '../features/budget/testing.ts';
import { sql } from '../kernel/command.ts';
import { openedBy } from '../platform/access/session.ts';
import { anAuthenticator } from '../testing/authenticator.ts';
import { aCity, type Answer } from '../testing/city.ts';
import { aDay, type Day } from '../testing/day.ts';
import { TestDevice } from '../testing/device.ts';
import { aBrowser } from '../testing/told.ts';
import { fieldOf, outcomesOf, refuses, requestOf, waysOf, type Outcome, type Way } from '../testing/walk.ts';
import { apiSchema } from './schema.ts';

const city = await aCity();
const schema = await apiSchema();

type Arguments = Record<string, unknown>;
type Example = (day: Day) => Arguments | Promise<Arguments>;
const nothing: Example = () => ({});
const input =
  (of: Example): Example =>
  async (day) => ({ input: await of(day) });
/** A project whose ballot is published, or not yet. */
const PROJECT = 'select p.id from budget_project p join budget_round r on r.id = p.round_id where tie_seed';
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

/** How each root field is asked, about things that are there. A new field needs a line. */
const examples: Record<string, Example> = {
  accessibilityAssessment: nothing,
  answerPromises: nothing,
  answerTemplates: nothing,
  matter: ({ matter }) => ({ id: matter }),
  matters: nothing,
  apiTokens: nothing,
  auditLines: nothing,
  barriers: () => ({ answered: true }),
  captureKey: nothing,
  consents: nothing,
  completeness: ({ event }) => ({ eventId: event }),
  devices: nothing,
  districts: nothing,
  event: ({ event }) => ({ id: event }),
  events: nothing,
  eventReach: ({ event }) => ({ eventId: event }),
  eventCounts: ({ event }) => ({ eventId: event }),
  fieldDay: ({ event }) => ({ eventId: event }),
  eventReport: ({ event }) => ({ eventId: event }),
  eventReportDraft: ({ event }) => ({ eventId: event }),
  feedbackQuotes: ({ event }) => ({ eventId: event }),
  tickFieldDay: input(({ event }) => ({ eventId: event, item: 'PRINTED', done: true })),
  closeFieldDay: input(async ({ event }) => ({
    id: await one('select id from field_day_closing where reopened_at is null'),
    eventId: event,
    attendance: { from30: 12 },
  })),
  reopenFieldDay: input(async () => ({ id: await one('select id from field_day_closing where reopened_at is null') })),
  saveEventReport: input(({ event }) => ({ eventId: event, basedOn: 2, done: { fi: 'Oltiin torilla' }, heard: { fi: '' }, next: { fi: '' } })),
  publishEventReport: input(async ({ event }) => ({
    eventId: event,
    basedOn: 2,
    pictureIds: [await one('select picture_id as id from event_report_pictures')],
  })),
  withdrawEventReport: ({ event }) => ({ eventId: event }),
  markQuote: input(({ voice }) => ({ id: newId(), feedbackId: voice.id, words: 'Penkkejä' })),
  reviewQuote: input(async () => ({ id: await one('select id from feedback_quote'), fit: true })),
  feedback: ({ voice }) => ({ id: voice.id }),
  feedbackPage: nothing,
  feedbackStatistics: () => ({ by: 'MEASURE', over: 'MONTH' }),
  publicStatistics: async () => {
    // a year ago twenty said something, in two languages, and half of them were answered
    await sql(
      city.em(),
      `with said as (insert into feedback (id, revision, words, language, channel, headcount, captured_at, received_at)
        select ('01890000-0000-7000-8000-0000000000' || lpad(n::text, 2, '0'))::uuid, 1, 'Penkit', case n % 2 when 0 then 'fi' else 'sv' end, 'ONLINE', 1,
          now() - interval '1 year', now() - interval '1 year' from generate_series(1, 20) n on conflict do nothing returning id)
      insert into feedback_answer (id, feedback_id, words, language, answered_at, answered_by_id, mail, kind)
      select gen_random_uuid(), said.id, 'Tulee', 'fi', now(), s.id, 'NONE', 'ANSWER' from said, staff_member s where s.email like 'antti%' order by said.id limit 10`,
    );
    return { year: new Date().getFullYear() - 1 };
  },
  inboxItems: nothing,
  me: nothing,
  measure: () => ({ number: 5 }),
  measureFigures: nothing,
  municipality: nothing,
  myAccount: nothing,
  myData: nothing,
  myFeedback: nothing,
  myIdentity: nothing,
  myRegistrations: nothing,
  browserSubscribed: input(() => ({ endpoint: aBrowser.endpoint })),
  deliveries: nothing,
  deliveryCounts: nothing,
  feedbackFollowed: input(({ voice }) => ({ receipt: voice.receipt, endpoint: aBrowser.endpoint })),
  mailRhythm: nothing,
  myBrowsers: nothing,
  myNotifications: nothing,
  notificationChannels: nothing,
  notificationWishes: nothing,
  pushKey: nothing,
  notice: () => ({ purpose: 'STAFF' }),
  notices: nothing,
  occurrences: input(() => ({ rule: 'FREQ=WEEKLY;COUNT=3', startsAt: tomorrow() })),
  passkeys: nothing,
  places: nothing,
  policyMatrix: nothing,
  plan: nothing,
  planDraft: async () => ({ id: await one("select id from plan where state = 'DRAFT'") }),
  planDrafts: nothing,
  planVersion: async () => ({ id: await one("select id from plan where state = 'IN_FORCE'") }),
  planVersions: nothing,
  receipt: ({ voice }) => ({ code: voice.receipt }),
  receiptHeld: ({ voice }) => ({ code: voice.receipt }),
  registration: ({ guest }) => ({ code: guest.code }),
  search: () => ({ text: 'torilla' }),
  sessions: nothing,
  signInWays: () => ({ audience: 'STAFF' }),
  staff: nothing,
  supervisor: nothing,
  staffPage: nothing,
  participation: async () => ({ id: await one("select id from participation where state = 'PUBLISHED'") }),
  participations: nothing,
  tallyCounts: async () => ({ questionId: await one('select id from tally_question') }),
  serviceDeeds: nothing,
  serviceTrends: () => ({ by: 'WEEK' }),
  touchpoint: () => ({ code: 'T9RPA' }),
  touchpoints: nothing,
  touchpointTrends: () => ({ by: 'WEEK' }),
  touchpointWords: nothing,
  tallyQuestions: ({ event }) => ({ eventId: event }),
  tokenVerbs: nothing,
  topics: nothing,
  units: nothing,
  reportingUnits: nothing,
  retention: nothing,
  retentionRuns: nothing,
  hasPin: nothing,
  savedQueries: nothing,
  roster: input(async ({ helper, event }) => {
    const asked = { requestId: newId(), deviceId: helper.id, eventId: event, sentAt: new Date().toISOString() };
    return { ...asked, signature: await helper.sign(rosterText(asked)) };
  }),
  viewLines: nothing,

  adoptPlan: input(async () => ({ id: await one("select id from plan where state = 'DRAFT'"), decidedOn: '2026-11-20', section: '§ 12' })),
  addChild: input(() => ({ firstName: 'Ilona', birthYear: new Date().getFullYear() - 7, consent: 'Olen huoltaja' })),
  claimFeedback: input(({ voice }) => ({ receipt: voice.receipt })),
  changeEmail: input(() => ({ email: 'nobody@example.fi', code: '000000' })),
  answerBarrier: input(async () => ({ id: await one('select id from barrier where answered_at is null'), answer: 'Nyt puhuu' })),
  addPasskey: input(() => ({ id: newId(), name: 'Puhelin', response: anAuthenticator().create({ challenge: 'x', user: { id: '' } }) })),
  beginPasskeySignIn: nothing,
  cancelEvent: input(({ event }) => ({ id: event })),
  cancelRegistration: ({ guest }) => ({ code: guest.code }),
  checkIn: input(({ event, guest }) => ({ eventId: event, registrationId: guest.id })),
  discardDraft: async () => ({ id: await one("select id from plan where state = 'DRAFT'") }),
  draftPlan: input(() => ({ id: newId(), title: { fi: 'Uusi' }, from: 2027, to: 2029 })),
  dismissHeld: input(({ held }) => ({ id: held, reason: 'Kaksi kertaa' })),
  endApiToken: ({ token }) => ({ id: token }),
  endGrant: async ({ people }) => ({ id: await one('select id from staff_grant where staff_id = $1', people['mirja']) }),
  endOtherSessions: nothing,
  endSession: async () => ({ id: await one('select id from session') }),
  enrolPublicDevice: input(async () => ({ deviceId: newId(), publicKey: await (await TestDevice.strange(city)).publicKey() })),
  enrolTablet: input(async () => ({ deviceId: newId(), publicKey: await (await TestDevice.strange(city)).publicKey(), code: 'AAAA-BBBB' })),
  eraseAccount: input(() => ({ words: 'STAY', dryRun: false })),
  eraseByReceipt: ({ voice }) => ({ code: voice.receipt }),
  eraseMyFeedback: ({ voice }) => ({ id: voice.id }),
  eraseFeedback: ({ voice }) => ({ id: voice.id }),
  followSignInLink: input(() => ({ secret: 'x'.repeat(43) })),
  grantRole: input(({ people }) => ({ id: newId(), staffId: people['mirja'], role: 'VIEWER' })),
  inviteStaff: input(() => ({ id: newId(), email: 'uusi@example.fi', displayName: 'Uusi', role: 'WORKER' })),
  makeApiToken: input(() => ({ id: newId(), name: 'Tilastot', verbs: ['staff.read'], days: 30 })),
  moveEvent: input(({ event }) => ({ id: event, place: 'main-library', startsAt: tomorrow(), endsAt: new Date(Date.now() + 90_000_000).toISOString() })),
  offerPasskey: nothing,
  offerEnrolment: input(() => ({ name: 'Tabletti 9' })),
  answerFeedback: input(({ voice }) => ({ id: newId(), feedbackId: voice.id, words: 'Penkit tulevat keväällä.', language: 'fi' })),
  openGuests: ({ event }) => ({ eventId: event }),
  saveQuery: input(() => ({ id: newId(), basedOn: 0, name: 'Kaikki', query: '{ topics { key } }' })),
  removeQuery: async () => ({ id: await one('select id from saved_query') }),
  sortFeedback: input(({ voice }) => ({ changes: [{ id: voice.id, priority: 'LOW' }] })),
  moveFeedback: input(({ voice }) => ({ ids: [voice.id], state: 'READ' })),
  remarkOnFeedback: input(({ voice }) => ({ id: newId(), feedbackId: voice.id, words: 'Soitin' })),
  rateAnswer: input(({ voice }) => ({ receipt: voice.receipt, rating: 'GOOD' })),
  reopenFeedback: input(({ voice }) => ({ receipt: voice.receipt, words: 'Milloin?' })),
  alikeFeedback: ({ voice }) => ({ feedbackId: voice.id }),
  feedbackReaders: ({ voice }) => ({ feedbackId: voice.id }),
  newestMatterAnswer: ({ matter }) => ({ matterId: matter }),
  setAnswerPromise: input(() => ({ days: 10 })),
  nameMatter: input(() => ({ id: newId(), title: 'Penkit' })),
  answerMatter: input(({ matter }) => ({ id: newId(), matterId: matter, texts: [{ language: 'fi', words: 'Penkit tulevat.' }] })),
  budgetRound: async () => ({ id: await one("select id from budget_round where phase = 'IDEAS'") }),
  budgetRounds: nothing,
  saveBudgetRound: input(() => aRound({ unit: 'green-services' })),
  moveBudgetRound: input(async () => ({ id: await one("select id from budget_round where phase = 'IDEAS'"), basedOn: 2, to: 'SCREENING' })),
  discardBudgetRound: async () => ({ id: await one("select id from budget_round where phase = 'DRAFT'") }),
  budgetIdeas: async () => ({ roundId: await one("select id from budget_round where phase = 'IDEAS'") }),
  budgetIdea: async () => ({ id: await one("select id from budget_idea where state = 'SHOWN'") }),
  alikeIdeas: async () => ({ roundId: await one("select id from budget_round where phase = 'IDEAS'"), title: 'Penkkejä rantaraitille' }),
  budgetProjects: async () => ({ roundId: await one("select id from budget_round where phase = 'BALLOT'") }),
  budgetProject: async () => ({ id: await one(`${PROJECT} is not null`) }),
  saveBudgetProject: input(async () => {
    const id = await one("select id from budget_round where phase = 'IDEAS'");
    return aProject({ id, areas: [await one(`select id from budget_area where round_id = '${id}'`)].map((area) => ({ ...aRound().areas[0]!, id: area })) });
  }),
  dropBudgetProject: async () => ({ id: await one(`${PROJECT} is null`) }),
  withdrawBudgetProject: input(async () => ({ id: await one(`${PROJECT} is not null`), why: { fi: 'Ranta on suojeltu' } })),
  budgetCounts: ({ counted }) => ({ roundId: counted }),
  reportBudgetProgress: input(async () => ({
    id: newId(),
    projectId: await one(`${PROJECT} is not null`),
    state: 'DONE',
    day: '2026-01-01',
    note: { fi: 'Valmis.' },
  })),
  helpAtEvent: input(async () => ({ projectId: await one(`${PROJECT} is not null`), eventId: await one('select id from event'), on: true })),
  countBudgetRound: async () => ({ id: await one("select id from budget_round where phase = 'BALLOT'") }),
  myVote: async () => ({ roundId: await one("select id from budget_round where phase = 'BALLOT'") }),
  ballotReceived: async () => ({ roundId: await one("select id from budget_round where phase = 'BALLOT'"), receipt: newBallotReceipt() }),
  castBallot: input(anEmptyBallot),
  castBallotByCode: input(async () => ({ ...(await anEmptyBallot()), code: newVoterCode() })),
  codeVote: async () => ({ roundId: await one("select id from budget_round where phase = 'BALLOT'"), code: newVoterCode() }),
  budgetComments: async () => ({ roundId: await one("select id from budget_round where phase = 'IDEAS'") }),
  commentOnIdea: input(async () => ({
    id: newId(),
    ideaId: await one("select i.id from budget_idea i join budget_round r on r.id = i.round_id where i.state = 'SHOWN' and r.phase = 'IDEAS'"),
    words: 'Hyvä',
  })),
  noteOnIdea: input(async () => ({ id: newId(), ideaId: await one('select id from budget_idea'), words: 'Ranta on suojeltu.' })),
  withdrawComment: async () => ({ id: await one("select id from budget_comment where state = 'SHOWN'") }),
  judgeComment: input(async () => ({ id: await one("select id from budget_comment where state = 'HELD'"), verdict: 'SHOW' })),
  votingClass: async ({ teachersCode }) => ({ roundId: await one("select id from budget_round where phase = 'BALLOT'"), code: teachersCode }),
  openVotingClass: input(async ({ teachersCode }) => ({
    roundId: await one("select id from budget_round where phase = 'BALLOT'"),
    code: teachersCode,
    on: false,
  })),
  myBudgetFollows: async () => ({ roundId: await one("select id from budget_round where phase = 'IDEAS'") }),
  supportIdea: input(async () => ({
    ideaId: await one("select i.id from budget_idea i join budget_round r on r.id = i.round_id where i.state = 'SHOWN' and r.phase = 'IDEAS'"),
    on: true,
  })),
  followProject: input(async () => ({
    projectId: await one("select p.id from budget_project p join budget_round r on r.id = p.round_id where r.phase = 'BALLOT'"),
    on: true,
  })),
  budgetTurnedAway: async () => ({ roundId: await one("select id from budget_round where phase = 'BALLOT'") }),
  budgetCodeBatches: async () => ({ roundId: await one("select id from budget_round where phase = 'BALLOT'") }),
  makeVoterCodes: input(async () => ({
    id: newId(),
    roundId: await one("select id from budget_round where phase = 'BALLOT'"),
    place: 'Kirjasto',
    hashes: ['a'.repeat(64)],
  })),
  paperBatches: async () => ({ roundId: await one("select id from budget_round where phase = 'BALLOT'") }),
  paperBatch: async () => ({ id: await one('select id from budget_paper_batch') }),
  savePaperBatch: input(async () => {
    const roundId = await one("select id from budget_round where phase = 'BALLOT'");
    return { id: newId(), roundId, areaId: await one(`select id from budget_area where round_id = '${roundId}'`), place: 'Kirjasto', sheets: 2 };
  }),
  dropPaperBatch: async () => ({ id: await one('select id from budget_paper_batch') }),
  enterPaperSheet: input(async () => ({ batchId: await one('select id from budget_paper_batch'), number: 1, verdict: 'BLANK', choices: [] })),
  settlePaperSheet: input(async () => ({ batchId: await one('select id from budget_paper_batch'), number: 1, verdict: 'BLANK', choices: [] })),
  signPaperBatch: async () => ({ id: await one('select id from budget_paper_batch') }),
  voidVoterCodes: async () => ({ id: await one('select id from budget_code_batch') }),
  declineIdea: input(async () => ({ id: await one("select id from budget_idea where state = 'HELD'"), why: { fi: 'Ranta on suojeltu' } })),
  judgeIdea: input(async () => ({ id: await one("select id from budget_idea where state = 'HELD'"), verdict: 'SHOW' })),
  saveParticipation: input(() => ({ id: newId(), unit: 'green-services', title: { fi: 'Raitti' }, measureIds: [], steps: [] })),
  publishParticipation: input(async () => ({ id: await one("select id from participation where state = 'DRAFT'"), basedOn: 1 })),
  endParticipation: input(async () => ({ id: await one("select id from participation where state = 'PUBLISHED'"), basedOn: 1 })),
  discardParticipation: async () => ({ id: await one("select id from participation where state = 'DRAFT'") }),
  saveTouchpoint: input(() => ({ id: newId(), unit: 'green-services', name: { fi: 'Portti' } })),
  closeTouchpoint: async () => ({ id: await one('select id from touchpoint') }),
  reopenTouchpoint: async () => ({ id: await one('select id from touchpoint') }),
  judgeTapWords: input(async () => ({ id: await one('select id from touchpoint_words'), verdict: 'SHOW' })),
  saveServiceDeed: input(() => ({ id: newId(), unit: 'green-services', doneOn: '2026-01-01', words: { fi: 'Korjattiin' } })),
  removeServiceDeed: async () => ({ id: await one('select id from service_deed') }),
  saveAnswerTemplate: input(() => ({ id: newId(), unit: 'green-services', title: 'Kiitos', words: { fi: 'Kiitos' } })),
  removeAnswerTemplate: async () => ({ id: await one('select id from answer_template') }),
  maskFeedback: input(({ voice }) => ({ id: voice.id, parts: [{ kind: 'OTHER', start: 0, text: 'P' }], reason: 'Henkilötieto' })),
  hideFeedback: input(({ voice }) => ({ id: voice.id, reason: 'Loukkaava' })),
  showFeedback: ({ voice }) => ({ id: voice.id }),
  openContact: input(({ voice }) => ({ feedbackId: voice.id, reason: 'ANSWER' })),
  chooseMailRhythm: () => ({ rhythm: 'DAILY' }),
  chooseNotification: input(() => ({ kind: 'TEST', channel: 'MAIL', wanted: false })),
  followFeedback: input(({ voice }) => ({ ...aBrowser, receipt: voice.receipt })),
  readNotifications: input(nothing),
  removeBrowser: () => ({ id: newId() }),
  sendTest: input(() => ({ channel: 'MAIL' })),
  stopMail: () => ({ secret: 'x'.repeat(43) }),
  subscribeBrowser: input(() => aBrowser),
  unfollowFeedback: input(({ voice }) => ({ receipt: voice.receipt, endpoint: aBrowser.endpoint })),
  unsubscribeBrowser: input(() => ({ endpoint: aBrowser.endpoint })),
  openHeld: ({ held }) => ({ id: held }),
  publishNotice: input(() => ({ purpose: 'DEVICES', title: { fi: 'Uusi' }, text: { fi: 'Uusi' }, basedOn: 1 })),
  pushCaptures: input(async ({ tablet }) => tablet.envelope([await tablet.seal()])),
  releaseFeedback: ({ voice }) => ({ id: voice.id }),
  removeChild: async () => ({ id: await one('select id from child') }),
  removeFile: async () => ({ id: await one('select city_file_id as id from event_files') }),
  removePicture: async () => ({ id: await one('select picture_id as id from action_report_pictures') }),
  removePasskey: ({ passkey }) => ({ id: passkey }),
  renamePasskey: input(({ passkey }) => ({ id: passkey, name: 'Avain' })),
  renameStaff: input(({ people }) => ({ id: people['mirja'], displayName: 'M.' })),
  registerForEvent: input(({ event }) => ({ id: newId(), eventId: event, name: 'Kaino', language: 'fi' })),
  reportAction: input(async () => ({
    id: newId(),
    actionId: await one('select action_id as id from action_report'),
    day: '2026-11-20',
    note: { fi: 'Alkoi torilla.' },
  })),
  reportBarrier: input(() => ({ id: newId(), words: 'Kartta ei puhu', language: 'fi' })),
  requestSignInCode: input(() => ({ email: `nobody-${newId()}@example.fi` })),
  retryHeld: input(({ held }) => ({ id: held })),
  renameDevice: input(({ tablet }) => ({ id: tablet.id, name: 'Tabletti 7' })),
  retireDevice: input(({ helper }) => ({ id: helper.id })),
  reviseMeasure: input(async () => ({
    id: await one("select id from measure where plan_id = (select id from plan where state = 'DRAFT')"),
    basedOn: 0,
    title: { fi: 'Uusi' },
    purpose: { fi: 'Miksi' },
    actions: [{ id: newId(), text: { fi: 'Teko' }, schedule: { kind: 'CONTINUOUS' }, responsible: ['ict'] }],
  })),
  revokeDevice: ({ tablet }) => ({ id: tablet.id }),
  scheduleEvent: input(() => ({
    id: newId(),
    kind: 'DISCUSSION',
    title: { fi: 'Ilta' },
    place: 'market-square',
    startsAt: new Date().toISOString(),
    endsAt: tomorrow(),
  })),
  scheduleSeries: input(() => ({
    id: newId(),
    kind: 'DISCUSSION',
    title: { fi: 'Ilta' },
    place: 'market-square',
    startsAt: new Date().toISOString(),
    endsAt: tomorrow(),
    rule: 'FREQ=WEEKLY;COUNT=3',
  })),
  setSupervisor: input(() => ({ name: { fi: 'Virasto' }, website: { fi: 'https://virasto.example' }, email: 'a@virasto.example', phone: '0295 000 000' })),
  signInAsResident: input(() => ({ email: 'nobody@example.fi', code: '000000' })),
  signInWithPasskey: input(() => ({ response: anAuthenticator().get({ challenge: 'x' }, { handle: 'eA' }) })),
  signInWithCode: input(() => ({ email: 'nobody@example.fi', code: '000000' })),
  signOut: nothing,
  setPin: input(() => ({ pin: '2580' })),
  clearPin: ({ people }) => ({ staffId: people['mirja'] }),
  undoCheckIn: ({ guest }) => ({ id: guest.id }),
  updateAccount: input(() => ({ displayName: 'Aino', locale: 'sv' })),
  withdrawConsent: async () => ({ id: await one('select id from consent where withdrawn_at is null') }),
  withdrawReport: input(async () => ({ id: await one('select id from action_report where withdrawn_at is null'), reason: 'MISTAKE' })),
  withdrawContact: ({ voice }) => ({ code: voice.receipt }),
  withdrawAccess: ({ people }) => ({ staffId: people['mirja'] }),
};

/** What is empty where it is looked at: of an item that is held, in an answer of a city that is well. */
const neverThere = new Set(['DayNotice.lacking', 'InboxItem.dismissal', 'InboxItem.settledAt', 'ItemResult.retryAfterMs']);

const one = async (query: string, ...params: unknown[]): Promise<string> => (await sql<{ id: string }>(city.em(), `${query} limit 1`, params))[0]!.id;

/** Who asks. The feedback of the day is of the unit `green-services`, was said to the worker, and by the first resident. */
async function anEmptyBallot() {
  const roundId = await one("select id from budget_round where phase = 'BALLOT'");
  return { roundId, areaId: await one(`select id from budget_area where round_id = '${roundId}'`), choices: [], receipt: newBallotReceipt() };
}

async function whoAsks({ people, aino, eino, tablet, event }: Day): Promise<[name: string, actor: Actor][]> {
  const staff = (person: string, more: Partial<Actor>): Actor => ({ kind: 'staff', id: people[person]!, roles: [], ...more });
  await sql(city.em(), `update device set revoked_at = now(), retired_at = now(), enrolled_for = $2 where id = $1`, [tablet.id, event]);
  await sql(
    city.em(),
    `insert into session (id, hash, staff_id, method, agent, created_at, last_seen_at) values ($1, encode(sha256('old'), 'hex'), $2, 'CODE', '', now() - interval '1 day', now() - interval '1 day')`,
    [newId(), people['hallinta']],
  );
  return [
    ['anonymous', anonymous],
    ['resident', aino],
    ['another resident', eino],
    ['worker', staff('mirja', { roles: ['WORKER'] })],
    ["another unit's officer", staff('antti', { unitRoles: [{ role: 'OFFICER', unit: 'education' }] })],
    ['officer', staff('antti', { unitRoles: [{ role: 'OFFICER', unit: 'green-services' }] })],
    ['administrator', staff('hallinta', { roles: ['ADMINISTRATOR'] })],
    ["administrator's script", staff('hallinta', { roles: ['ADMINISTRATOR'], verbs: ['feedback.read'] })],
    ['revoked device', { kind: 'device', id: tablet.id, roles: [] }],
    ['ended session', (await openedBy(city.em(), 'old', city.clock, city.app.sessionTimes))?.actor ?? anonymous],
  ];
}

const TOO_MUCH = 'query-too-expensive';
/** What an example may come to besides: it guesses a code, names what the actor does not see, or asks for all fields at once. */
const expected = new Set([
  'code-wrong',
  'enrolment-expired',
  'link-used',
  'not-found',
  'capture-unknown-operation',
  'already-claimed',
  'passkey-refused',
  'already-registered',
  'registration-closed',
  'voting-closed',
  'wrong-phase',
  'event-over',
  TOO_MUCH,
]);

let asked = 0;
/** Asks, from an address of its own, and takes back whatever it did. */
async function tryOut(actor: Actor, way: Way, fields: readonly GraphQLField<unknown, unknown>[], day: Day): Promise<Answer> {
  const variables = await examples[way.root.name]!(day);
  await sql(city.em(), 'savepoint before');
  try {
    const answer = await city.askAs(actor, { address: `192.0.2.${asked++}` })(requestOf(way, fields, variables), variables);
    // what is wrong with the example is no refusal
    expect(
      answer.errors
        .filter((error) => !refuses(error) && !expected.has(String(error.extensions?.['code'])))
        .map(({ message, extensions }) => [way.root.name, message, extensions]),
    ).toEqual([]);
    return answer;
  } finally {
    await sql(city.em(), 'rollback to savepoint before');
  }
}

/** What the actor gets of each of the fields at the end of the way; one at a time where one of them is not theirs, or all are too much. */
async function outcomesFor(actor: Actor, way: Way, fields: readonly GraphQLField<unknown, unknown>[], day: Day): Promise<Record<string, Outcome>> {
  const answer = await tryOut(actor, way, fields, day);
  const together = !answer.errors.some(({ extensions }) => fieldOf(extensions) || extensions?.['code'] === TOO_MUCH);
  if (fields.length === 1 || together)
    return outcomesOf(
      way,
      fields.map(({ name }) => name),
      answer,
    );
  const each: Record<string, Outcome> = {};
  for (const field of fields) Object.assign(each, await outcomesFor(actor, way, [field], day));
  return each;
}

/** The same by the first of the ways by which the actor comes to such an object. */
async function outcomesBy(actor: Actor, ways: readonly Way[], fields: readonly GraphQLField<unknown, unknown>[], day: Day): Promise<Record<string, Outcome>> {
  let outcomes: Record<string, Outcome> = {};
  for (const way of ways) {
    outcomes = await outcomesFor(actor, way, fields, day);
    if (Object.values(outcomes).some((one) => one !== '·')) break;
  }
  return outcomes;
}

const roots = [
  ...Object.values(schema.getQueryType()!.getFields()).map((root): Way => ({ operation: 'query', root, path: [] })),
  ...Object.values(schema.getMutationType()!.getFields()).map((root): Way => ({ operation: 'mutation', root, path: [] })),
];

test('every root field has an example, and there are no others', () => {
  expect(Object.keys(examples).sort()).toEqual(roots.map(({ root }) => root.name).sort());
});

test('who may ask what, and who sees which field', async () => {
  const day = await aDay(city);
  const actors = await whoAsks(day);
  const rows: string[][] = [];
  for (const way of roots) {
    const row = [`${way.operation === 'query' ? 'Query' : 'Mutation'}.${way.root.name}`];
    for (const [, actor] of actors) row.push((await tryOut(actor, way, [], day)).errors.some(refuses) ? 'no' : 'yes');
    rows.push(row);
  }
  for (const [type, ways] of [...waysOf(schema)].sort(([a], [b]) => (a.name < b.name ? -1 : 1))) {
    const fields = Object.values(type.getFields());
    const columns: Record<string, Outcome>[] = [];
    for (const [, actor] of actors) columns.push(await outcomesBy(actor, ways, fields, day));
    for (const { name } of fields) rows.push([`${type.name}.${name}`, ...columns.map((column) => column[name]!)]);
  }
  // a field of which nobody sees anything was not tried
  const untried = rows.filter(([, ...outcomes]) => !outcomes.includes('yes')).map(([name]) => name!);
  expect(untried.filter((name) => !neverThere.has(name))).toEqual([]);
  await expect(tableOf(['field', ...actors.map(([name]) => name)], rows)).toMatchFileSnapshot('./access.md');
}, 300_000);

function tableOf(head: readonly string[], rows: readonly string[][]): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [
    '# Who may ask what, and who sees which field',
    '',
    'Made by `access.test.ts`, which asks the API for every field as each of them, on a day at the market square. A change here is a change of who may do what: read it.',
    '**yes**: may ask, or sees it · **null**: comes to the object, and there is nothing for them · **no**: refused · **·**: does not come to such an object.',
    '',
    line(head),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
    '',
  ].join('\n');
}
