import * as kinds from '@torilla/schema/feedback/capture';
import { newId } from '@torilla/schema/kernel/id';
import type { Actor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { capture, type Feature } from '../../kernel/feature.ts';
import { onlySystem, policy, resident, staff } from '../../kernel/policy.ts';
import { raw, sql, visible } from '../../kernel/read/index.ts';
import { Event } from '../../platform/events/events.entity.ts';
import { ownedBy } from '../../platform/views/views.ts';
import { AnswerResolver } from './answer.resolver.ts';
import { withdrawContacts } from './contact.ts';
import { ContactResolver } from './contact.resolver.ts';
import { giveFeedback } from './feedback.commands.ts';
import { Feedback, FeedbackAnswer, FeedbackContact, FeedbackPhoto, TallyQuestion, TallyTap, Topic } from './feedback.entity.ts';
import { personal } from './feedback.personal.ts';
import { FeedbackResolver } from './feedback.resolver.ts';
import { figures } from './feedback.figures.ts';
import { retention } from './feedback.retention.ts';
import { ReceiptResolver } from './receipt.resolver.ts';
import { tapTally, undoTally } from './tally.commands.ts';

// An officer or viewer of a unit sees what concerns it and what concerns no unit yet, so that somebody picks it up; a worker what is said where they work.
// A resident sees what is in their account.
visible(Feedback, (column, actor) => {
  if (actor.kind === 'resident') return sql`${column('resident')} = ${actor.id}::uuid`;
  if (!actor.may('feedback.read')) return raw('false');
  if (actor.has('ADMINISTRATOR') || actor.has('OFFICER') || actor.has('VIEWER')) return undefined;
  const units = sql`(${actor.unitsOf('OFFICER')} || ${actor.unitsOf('VIEWER')})`;
  const ofUnit = sql`(${column('unit')} is null and cardinality(${units}) > 0) or ${column('unit')} = any(${units})`;
  const ofWorker = sql`${column('worker')} = ${actor.id}::uuid or exists (select from event_staffing s where s.event_id = ${column('event')} and s.staff_member_id = ${actor.id}::uuid)`;
  return actor.has('WORKER') ? sql`${ofUnit} or ${ofWorker}` : ofUnit;
});
visible(FeedbackContact, (column, actor) => {
  if (!actor.may('feedback.read')) return raw('false');
  if (actor.has('ADMINISTRATOR') || actor.has('OFFICER')) return undefined;
  return sql`exists (select from feedback f where f.id = ${column('id')} and f.unit_key = any(${actor.unitsOf('OFFICER')}))`;
});

ownedBy((id, resident) => sql`exists (select from feedback f where f.id = ${id} and f.resident_id = ${resident}::uuid)`);

/** Whoever captures: an enrolled tablet or a resident's browser, through the inbox. */
const whoCaptures = (actor: Actor): boolean => actor.kind === 'device';

/** Whoever was given a receipt: no account is needed. Staff have verbs of their own, which name them. */
const whoHoldsReceipt = ({ kind }: Actor): boolean => kind === 'anonymous' || kind === 'resident';

/** What residents say: at the square, at the library, from home. */
export const feedback: Feature = {
  entities: [Topic, FeedbackContact, Feedback, FeedbackPhoto, FeedbackAnswer, TallyQuestion, TallyTap],
  resolvers: [FeedbackResolver, AnswerResolver, ContactResolver, ReceiptResolver],
  policy: policy({
    'feedback.give': whoCaptures,
    'tally.tap': whoCaptures,
    'tally.undo': whoCaptures,
    'feedback.read': staff('OFFICER', 'VIEWER', 'WORKER'),
    'feedback.read.own': resident,
    'feedback.claim': resident,
    'feedback.release': resident,
    'feedback.contact.open': staff('OFFICER'),
    'feedback.contact.withdraw': whoHoldsReceipt,
    'feedback.answer': staff('OFFICER'),
    'feedback.answer.mailed': onlySystem,
    'feedback.erase': staff(),
    'feedback.erase.own': resident,
    'feedback.erase.receipt': whoHoldsReceipt,
  }),
  constraints: {
    feedback_topics_topic_key_foreign: 'unknown-topic',
    feedback_district_key_foreign: 'unknown-district',
    feedback_unit_key_foreign: 'unknown-unit',
    feedback_measure_id_foreign: 'unknown-measure',
    feedback_event_id_foreign: 'unknown-event',
    feedback_worker_id_foreign: 'unknown-worker',
  },
  captures: [capture(kinds.giveFeedback, giveFeedback), capture(kinds.tapTally, tapTally), capture(kinds.undoTally, undoTally)],
  personal,
  withdrawals: { ANSWER: (ctx, id) => withdrawContacts(ctx, [id]) },
  private: [
    'Feedback.resident',
    'Feedback.contact',
    'FeedbackAnswer.feedback',
    'FeedbackPhoto.feedback',
    'FeedbackPhoto.position',
    'FeedbackPhoto.sha256',
    'FeedbackPhoto.key',
    'TallyQuestion.event',
    'TallyQuestion.position',
    'TallyTap.*',
  ],
  serves: figures,
  publicReads: ['topics', 'tallyQuestions', 'tallyCounts'],
  retention,
  impersonal: ['Topic', 'TallyQuestion', 'TallyTap'],
  seed: seedFeedback,
};

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
