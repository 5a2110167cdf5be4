import * as kinds from '@torilla/schema/feedback/capture';
import { newId } from '@torilla/schema/kernel/id';
import type { Actor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { capture, type Feature } from '../../kernel/feature.ts';
import { device, policy, resident, staff } from '../../kernel/policy.ts';
import { raw, sql, visible } from '../../kernel/read/index.ts';
import { Event } from '../../platform/events/events.entity.ts';
import { ownedBy } from '../../platform/views/views.ts';
import { AnswerResolver } from './answer.resolver.ts';
import { withdrawContacts } from './contact.ts';
import { ContactResolver } from './contact.resolver.ts';
import { demoFeedback } from './demo/feedback.demo.ts';
import { eventFigures } from './event.figures.ts';
import { giveFeedback } from './feedback.commands.ts';
import {
  AnswerPromise,
  Feedback,
  FeedbackAnswer,
  FeedbackContact,
  FeedbackMatter,
  FeedbackPhoto,
  FeedbackRemark,
  FeedbackStep,
  Topic,
} from './feedback.entity.ts';
import { finds } from './feedback.finds.ts';
import { personal } from './feedback.personal.ts';
import { FeedbackResolver } from './feedback.resolver.ts';
import { figures } from './feedback.figures.ts';
import { retention } from './feedback.retention.ts';
import { FollowResolver } from './follow.resolver.ts';
import { HandlingResolver } from './handling.resolver.ts';
import { MatterResolver } from './matter.resolver.ts';
import { ModerationResolver } from './moderation.resolver.ts';
import { FeedbackQuote } from './quote.entity.ts';
import { QuoteResolver } from './quote.resolver.ts';
import { quoting } from './quoting.ts';
import { ReceiptResolver } from './receipt.resolver.ts';
import { StatisticsResolver } from './statistics/statistics.resolver.ts';
import { tapTally, undoTally } from './tally.commands.ts';
import { TallyQuestion, TallyTap } from './tally.entity.ts';
import { AnswerTemplate } from './template.entity.ts';
import { TemplateResolver } from './template.resolver.ts';
import { tells } from './told.ts';

// An officer or viewer of a unit sees what concerns it and what concerns no unit yet, so that somebody picks it up; a worker what is said where they work.
// A resident sees what is in their account.
visible(Feedback, (column, actor) => {
  if (actor.kind === 'resident') return sql`${column('resident')} = ${actor.id}::uuid`;
  if (!actor.may('feedback.read')) return raw('false');
  if (actor.has('ADMINISTRATOR') || actor.has('OFFICER') || actor.has('VIEWER')) return undefined;
  const units = sql`(${actor.unitsOf('OFFICER')} || ${actor.unitsOf('VIEWER')})`;
  // whoever takes care of something sees it, whosever it is
  const ofUnit = sql`(${column('unit')} is null and cardinality(${units}) > 0) or ${column('unit')} = any(${units}) or ${column('assignee')} = ${actor.id}::uuid`;
  const ofWorker = sql`${column('worker')} = ${actor.id}::uuid or exists (select from event_staffing s where s.event_id = ${column('event')} and s.staff_member_id = ${actor.id}::uuid)`;
  return actor.has('WORKER') ? sql`${ofUnit} or ${ofWorker}` : ofUnit;
});
visible(FeedbackContact, (column, actor) => {
  if (!actor.may('feedback.read')) return raw('false');
  if (actor.has('ADMINISTRATOR') || actor.has('OFFICER')) return undefined;
  return sql`exists (select from feedback f where f.id = ${column('id')} and f.unit_key = any(${actor.unitsOf('OFFICER')}))`;
});

visible(FeedbackMatter, (_, actor) => (actor.kind === 'staff' && actor.may('feedback.read') ? undefined : raw('false')));

visible(AnswerTemplate, (column, actor) => {
  if (actor.kind !== 'staff' || !actor.may('feedback.read')) return raw('false');
  if (actor.has('ADMINISTRATOR') || actor.has('OFFICER')) return undefined;
  return sql`${column('unit')} is null or ${column('unit')} = any(${actor.unitsOf('OFFICER')})`;
});

// What is marked is seen by whoever publishes it or was there; an officer of a unit sees what concerns it or no unit yet.
visible(FeedbackQuote, (column, actor) => {
  if (actor.kind !== 'staff' || !actor.may('feedback.quote.mark')) return raw('false');
  if (actor.has('ADMINISTRATOR') || actor.has('OFFICER')) return undefined;
  const units = actor.unitsOf('OFFICER');
  return sql`${column('markedBy')} = ${actor.id}::uuid or exists (select from feedback f where f.id = ${column('feedback')}
    and ((cardinality(${units}) > 0 and (f.unit_key is null or f.unit_key = any(${units})))
      or exists (select from event_staffing s where s.event_id = f.event_id and s.staff_member_id = ${actor.id}::uuid)))`;
});

ownedBy((id, resident) => sql`exists (select from feedback f where f.id = ${id} and f.resident_id = ${resident}::uuid)`);

/** Whoever was given a receipt: no account is needed. Staff have verbs of their own, which name them. */
const whoHoldsReceipt = ({ kind }: Actor): boolean => kind === 'anonymous' || kind === 'resident';

/** What residents say: at the square, at the library, from home. */
export const feedback: Feature = {
  entities: [
    Topic,
    FeedbackContact,
    Feedback,
    FeedbackPhoto,
    FeedbackAnswer,
    FeedbackStep,
    FeedbackRemark,
    FeedbackMatter,
    FeedbackQuote,
    AnswerPromise,
    AnswerTemplate,
    TallyQuestion,
    TallyTap,
  ],
  resolvers: [
    FeedbackResolver,
    AnswerResolver,
    HandlingResolver,
    MatterResolver,
    TemplateResolver,
    ModerationResolver,
    QuoteResolver,
    ContactResolver,
    ReceiptResolver,
    FollowResolver,
    StatisticsResolver,
  ],
  policy: policy({
    'feedback.give': device,
    'tally.tap': device,
    'tally.undo': device,
    'feedback.read': staff('OFFICER', 'VIEWER', 'WORKER'),
    'feedback.read.own': resident,
    'feedback.follow': whoHoldsReceipt,
    'feedback.unfollow': whoHoldsReceipt,
    'feedback.claim': resident,
    'feedback.release': resident,
    'feedback.contact.open': staff('OFFICER'),
    'feedback.contact.withdraw': whoHoldsReceipt,
    'feedback.answer': staff('OFFICER'),
    'feedback.sort': staff('OFFICER'),
    'feedback.move': staff('OFFICER'),
    'feedback.remark': staff('OFFICER', 'WORKER'),
    'feedback.reopen': whoHoldsReceipt,
    'feedback.rate': whoHoldsReceipt,
    'feedback.matter.name': staff('OFFICER'),
    'feedback.matter.answer': staff('OFFICER'),
    'feedback.mask': staff('OFFICER'),
    'feedback.hide': staff('OFFICER'),
    'feedback.show': staff('OFFICER'),
    'feedback.quote.mark': staff('OFFICER', 'WORKER'),
    'feedback.quote.review': staff('OFFICER'),
    'feedback.template.save': staff('OFFICER'),
    'feedback.template.remove': staff('OFFICER'),
    'feedback.promise.set': staff(),
    'feedback.erase': staff(),
    'feedback.erase.own': resident,
    'feedback.erase.receipt': whoHoldsReceipt,
    'feedback.statistics': staff('OFFICER', 'VIEWER'),
    'feedback.export': staff('OFFICER'),
    'feedback.export.contact': staff('OFFICER'),
  }),
  constraints: {
    feedback_topics_topic_key_foreign: 'unknown-topic',
    feedback_district_key_foreign: 'unknown-district',
    feedback_unit_key_foreign: 'unknown-unit',
    feedback_measure_id_foreign: 'unknown-measure',
    feedback_event_id_foreign: 'unknown-event',
    feedback_worker_id_foreign: 'unknown-worker',
    feedback_assignee_id_foreign: 'unknown-worker',
    feedback_answer_measure_id_foreign: 'unknown-measure',
    feedback_answer_event_id_foreign: 'unknown-event',
    feedback_matter_id_foreign: 'not-found',
    answer_template_unit_key_foreign: 'unknown-unit',
    answer_promise_unit_key_foreign: 'unknown-unit',
  },
  captures: [capture(kinds.giveFeedback, giveFeedback), capture(kinds.tapTally, tapTally), capture(kinds.undoTally, undoTally)],
  personal,
  withdrawals: { ANSWER: (ctx, id) => withdrawContacts(ctx, [id]) },
  private: [
    'Feedback.resident',
    'Feedback.contact',
    'Feedback.sortedBy',
    'Feedback.sortedAt',
    'Feedback.foundBy',
    'FeedbackAnswer.feedback',
    'FeedbackAnswer.batch',
    'FeedbackAnswer.foundBy',
    'FeedbackMatter.foundBy',
    'FeedbackStep.feedback',
    'FeedbackRemark.feedback',
    'FeedbackQuote.markedBy',
    'FeedbackQuote.reviewedBy',
    'FeedbackPhoto.feedback',
    'FeedbackPhoto.position',
    'FeedbackPhoto.sha256',
    'FeedbackPhoto.key',
    'TallyQuestion.event',
    'TallyQuestion.position',
    'TallyTap.*',
  ],
  serves: figures,
  eventFigures,
  quoting,
  finds,
  publicReads: ['topics', 'tallyQuestions', 'tallyCounts', 'publicStatistics'],
  retention,
  tells,
  impersonal: ['Topic', 'AnswerPromise', 'FeedbackMatter', 'AnswerTemplate', 'TallyQuestion', 'TallyTap'],
  seed: seedFeedback,
  demo: demoFeedback,
};

/** What a city promises at first: whoever wishes for an answer has one in two weeks. */
const ANSWER_DAYS = 14;

/** What is often answered, for everybody who answers. */
const templates = [
  {
    title: 'Kiitos, asia on välitetty',
    fi: 'Kiitos palautteestasi. Välitimme sen yksikölle, joka vastaa asiasta.',
    sv: 'Tack för din respons. Vi har förmedlat den till enheten som ansvarar för saken.',
    en: 'Thank you for your feedback. We have passed it on to the unit that is responsible.',
  },
  {
    title: 'Selvitämme asiaa',
    fi: 'Kiitos, että kerroit. Selvitämme asiaa ja vastaamme sinulle, kun tiedämme enemmän.',
    sv: 'Tack för att du berättade. Vi utreder saken och svarar dig när vi vet mer.',
    en: 'Thank you for telling us. We are looking into it and will answer you when we know more.',
  },
  {
    title: 'Ei kaupungin asia',
    fi: 'Kiitos palautteestasi. Tästä asiasta ei päätä kaupunki vaan',
    sv: 'Tack för din respons. Den här saken avgörs inte av staden utan av',
    en: 'Thank you for your feedback. This is not for the city to decide but for',
  },
];

async function seedFeedback({ em }: Context): Promise<void> {
  const topics: [key: string, icon: string, fi: string, sv: string, en: string][] = [
    ['parks', 'trees', 'Puistot ja raitit', 'Parker och stråk', 'Parks and paths'],
    ['transport', 'bus', 'Liikkuminen', 'Trafik', 'Getting around'],
    ['schools', 'school', 'Koulut ja päiväkodit', 'Skolor och daghem', 'Schools and day care'],
    ['maintenance', 'snowflake', 'Kunnossapito', 'Underhåll', 'Maintenance'],
    ['wellbeing', 'heart-handshake', 'Hyvinvointi', 'Välfärd', 'Wellbeing'],
    ['premises', 'building-2', 'Tilat', 'Lokaler', 'Premises'],
    ['other', 'ellipsis', 'Muu', 'Annat', 'Other'],
  ];
  topics.forEach(([key, icon, fi, sv, en], position) => em.create(Topic, { key, icon, name: { fi, sv, en }, position }));
  em.create(AnswerPromise, { id: newId(), days: ANSWER_DAYS });
  for (const { title, ...words } of templates) em.create(AnswerTemplate, { id: newId(), title, words });
  const square = await em.findOneOrFail(Event, { kind: 'MARKET_SQUARE' });
  em.create(TallyQuestion, {
    id: newId(),
    event: square,
    text: {
      fi: 'Pitäisikö torilla olla iltatoria myös talvella?',
      sv: 'Borde det finnas kvällstorg även på vintern?',
      en: 'Should there be an evening market in winter too?',
    },
    options: [
      { key: 'yes', label: { fi: 'Kyllä', sv: 'Ja', en: 'Yes' } },
      { key: 'no', label: { fi: 'Ei', sv: 'Nej', en: 'No' } },
      { key: 'unsure', label: { fi: 'En osaa sanoa', sv: 'Vet inte', en: 'Cannot say' } },
    ],
  });
  await em.flush();
}
