import { moods, type Mood } from '@torilla/schema/feedback/feedback';
import { sql } from '../../kernel/command.ts';
import type { EventCount, EventFigure } from '../../kernel/occasion.ts';
import type { LocalizedText } from '../../kernel/localized.ts';

const counted =
  (text: string): EventFigure['count'] =>
  ({ em }, eventId) =>
    sql<EventCount>(em, text, [eventId]);

const moodNames: Record<Mood, LocalizedText> = {
  ANGRY: { fi: 'vihainen', sv: 'arg', en: 'angry' },
  DISAPPOINTED: { fi: 'pettynyt', sv: 'besviken', en: 'let down' },
  NEUTRAL: { fi: 'asiallinen', sv: 'saklig', en: 'neutral' },
  HOPEFUL: { fi: 'toiveikas', sv: 'hoppfull', en: 'hopeful' },
  HAPPY: { fi: 'iloinen', sv: 'glad', en: 'happy' },
};
const languageNames: Record<string, LocalizedText> = {
  fi: { fi: 'suomi', sv: 'finska', en: 'Finnish' },
  sv: { fi: 'ruotsi', sv: 'svenska', en: 'Swedish' },
  en: { fi: 'englanti', sv: 'engelska', en: 'English' },
};
const otherLanguage: LocalizedText = { fi: 'muu kieli', sv: 'annat språk', en: 'another language' };

/** What was said and answered at an event. People are counted, not pieces: several may have said something together. */
export const eventFigures: readonly EventFigure[] = [
  {
    key: 'feedback.questions',
    name: { fi: 'Kysymyksiä ohikulkijoille', sv: 'Frågor till förbipasserande', en: 'Questions for passers-by' },
    stages: ['BEFORE'],
    count: counted('select count(*)::int as value from tally_question where event_id = $1'),
  },
  {
    key: 'feedback.voices',
    name: { fi: 'Palautetta', sv: 'Responser', en: 'Pieces of feedback' },
    stages: ['DURING', 'REPORT'],
    count: counted('select count(*)::int as value from feedback where event_id = $1'),
  },
  {
    key: 'feedback.tally',
    name: { fi: 'Vastauksia kysymyksiin', sv: 'Svar på frågorna', en: 'Answers to the questions' },
    stages: ['DURING', 'REPORT'],
    count: counted(
      `select q.text as group, o.option -> 'label' as label, count(t.id)::int as value
      from tally_question q cross join lateral jsonb_array_elements(q.options) with ordinality o (option, n)
      left join tally_tap t on t.question_id = q.id and t.option = o.option ->> 'key' and not t.undone
      where q.event_id = $1 group by q.id, q.text, q.position, o.n, o.option order by q.position, q.id, o.n`,
    ),
  },
  {
    key: 'feedback.topics',
    name: { fi: 'Aiheet', sv: 'Ämnen', en: 'Topics' },
    stages: ['REPORT'],
    isSplit: true,
    count: counted(
      `select t.name as label, sum(f.headcount)::int as value from feedback f join feedback_topics ft on ft.feedback_id = f.id join topic t on t.key = ft.topic_key
      where f.event_id = $1 group by t.key order by value desc, t.position`,
    ),
  },
  {
    key: 'feedback.measures',
    name: { fi: 'Suunnitelman toimenpiteet', sv: 'Planens åtgärder', en: "The plan's measures" },
    stages: ['REPORT'],
    isSplit: true,
    count: counted(
      `select m.title as label, sum(f.headcount)::int as value from feedback f join measure m on m.id = f.measure_id
      where f.event_id = $1 group by m.id order by value desc, m.number`,
    ),
  },
  {
    key: 'feedback.moods',
    name: { fi: 'Mieliala', sv: 'Humör', en: 'Mood' },
    stages: ['REPORT'],
    isSplit: true,
    count: async ({ em }, eventId) => {
      const rows = await sql<{ mood: Mood; value: number }>(
        em,
        'select mood, sum(headcount)::int as value from feedback where event_id = $1 and mood is not null group by mood',
        [eventId],
      );
      return moods.flatMap((mood) => rows.filter((row) => row.mood === mood).map(({ value }) => ({ label: moodNames[mood], value })));
    },
  },
  {
    key: 'feedback.languages',
    name: { fi: 'Kielet', sv: 'Språk', en: 'Languages' },
    stages: ['REPORT'],
    isSplit: true,
    count: async ({ em }, eventId) => {
      const rows = await sql<{ language: string; value: number }>(
        em,
        `select case when language in ('fi', 'sv', 'en') then language else 'other' end as language, sum(headcount)::int as value
        from feedback where event_id = $1 group by 1 order by value desc, 1`,
        [eventId],
      );
      return rows.map(({ language, value }) => ({ label: languageNames[language] ?? otherLanguage, value }));
    },
  },
];
