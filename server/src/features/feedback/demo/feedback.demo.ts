import { receiptOf } from '@torilla/schema/kernel/receipt';
import { sql } from '../../../kernel/command.ts';
import type { Context } from '../../../kernel/context.ts';
import { type Dice, diceOf } from '../../../kernel/dice.ts';
import { handle } from './handle.ts';
import { multiply, receive } from './multiply.ts';
import { say, type Said } from './say.ts';

const SEED = 20_261;
const VOICES = 3000;
const CHUNK = 500;
const DAY = 86_400_000;
/** What stands on each piece, so that nobody takes it for somebody's words. */
const MARK = 'Esittelyaineistoa: keksitty palaute.';

const names = ['Aino', 'Veikko', 'Leena K.', 'Matti', 'Sari ja perhe', 'Olavi', 'Ritva P.', 'Nea', 'Johan', 'Maija-Liisa', 'Tuomas R.', 'Emma'];
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

interface City {
  staff: string[];
  measures: Map<string, string>;
  events: { id: string; startsAt: Date; endsAt: Date }[];
  tablets: string[];
}

/** A year of feedback: what people said at events and from home, and what the city has done with it so far; and as many copies of it as are asked for. */
export async function demoFeedback(ctx: Context, scale: number): Promise<void> {
  const dice = diceOf(SEED);
  const city = await cityOf(ctx);
  const voices = Math.round(VOICES * Math.min(1, scale));
  for (let made = 0; made < voices; made += CHUNK)
    await put(
      ctx,
      Array.from({ length: Math.min(CHUNK, voices - made) }, () => voice(dice, city, ctx.clock.now())),
    );
  await joinMatters(ctx, dice);
  const year = (await sql<{ id: string }>(ctx.em, 'select id from feedback where note = $1 order by id', [MARK])).map(({ id }) => id);
  // the indexes of words take in much at once in a fraction of the time
  if (scale > 1) await sql(ctx.em, `set local gin_pending_list_limit = '32MB'`);
  for (let copy = 1; copy < scale; copy++) await multiply(ctx, dice, year, copy);
}

async function cityOf({ em, clock }: Context): Promise<City> {
  const rows = <T>(text: string, ...params: unknown[]) => sql<T>(em, text, params);
  const staff = await rows<{ id: string }>(`select id from staff_member where demo order by email`);
  const measures = await rows<{ key: string; id: string }>('select key, id from measure');
  const events = await rows<{ id: string; startsAt: Date; endsAt: Date }>(
    'select id, starts_at as "startsAt", ends_at as "endsAt" from event where starts_at < $1 order by starts_at, id',
    clock.now(),
  );
  const tablets = await rows<{ id: string }>(`select id from device where kind = 'TABLET' and name like 'Demo %' order by name`);
  return {
    staff: staff.map(({ id }) => id),
    measures: new Map(measures.map(({ key, id }) => [key, id])),
    events: events.map((event) => ({ ...event, startsAt: new Date(event.startsAt), endsAt: new Date(event.endsAt) })),
    tablets: tablets.map(({ id }) => id),
  };
}

/** A row of each table for one piece of feedback. */
function voice(dice: Dice, { staff, measures, events, tablets }: City, now: Date) {
  const said = say(dice);
  const id = dice.id();
  const event = dice.chance(0.55) && events.length ? dice.oneOf(events) : null;
  const latest = now.getTime() - 60_000;
  const at = event ? event.startsAt.getTime() + dice.upTo(event.endsAt.getTime() - event.startsAt.getTime()) : latest - dice.upTo(365) * DAY - dice.upTo(DAY);
  const capturedAt = new Date(Math.min(at, latest));
  const receivedAt = new Date(Math.min(capturedAt.getTime() + (event ? dice.upTo(3 * 3_600_000) : 2000), latest));
  const wishes = dice.chance(0.45);
  const { state, steps } = handle(dice, receivedAt, now, wishes);
  // an address is held for half a year
  const deleteOn = dayOf(receivedAt.getTime() + 180 * DAY);
  const held = wishes && deleteOn > dayOf(now.getTime()) ? deleteOn : null;
  const [officer, worker] = [dice.oneOf(staff), dice.oneOf(staff)];
  const measure = (said.measure && measures.get(said.measure)) ?? null;
  return {
    said,
    contacts: held ? [{ id, name: dice.oneOf(names), email: `asukas-${id.slice(0, 8)}@example.fi`, consent: MARK, delete_on: held }] : [],
    feedback: {
      id,
      contact_id: held ? id : null,
      words: said.words,
      mood: said.mood,
      language: said.language,
      channel: event ? dice.oneOf(['TALKED', 'TALKED', 'TALKED', 'WROTE_SELF', 'PAPER']) : dice.oneOf(['ONLINE', 'ONLINE', 'PHONE']),
      headcount: event && dice.chance(0.1) ? 2 + dice.upTo(20) : 1,
      note: MARK,
      captured_at: capturedAt,
      received_at: receivedAt,
      event_id: event?.id ?? null,
      device_id: dice.oneOf(tablets),
      worker_id: event ? worker : null,
      measure_id: measure,
      unit_key: said.unit,
      district_key: dice.chance(0.8) ? said.place.district : null,
      state,
      // whoever wishes for an answer has one in two weeks
      due_on: wishes ? dayOf(receivedAt.getTime() + 14 * DAY) : null,
      priority: dice.chance(0.06) ? 'HIGH' : dice.chance(0.1) ? 'LOW' : 'NORMAL',
      assignee_id: state !== 'RECEIVED' && dice.chance(0.5) ? officer : null,
    },
    steps: steps.map((step) => ({
      id: dice.id(),
      feedback_id: id,
      ...step,
      unit_key: step.state === 'REOPENED' ? null : said.unit,
      by_id: step.state === 'REOPENED' ? null : officer,
    })),
    answers: steps.flatMap((step) => (step.state === 'ANSWERED' || step.state === 'CHANGED' ? [answer(dice, id, said, step, officer, measure)] : [])),
    remarks: dice.chance(0.05)
      ? [
          {
            id: dice.id(),
            feedback_id: id,
            words: dice.oneOf(['Soitin huoltoon, palaavat asiaan.', 'Sama asia oli viime vuonna.', 'Kysytään ensin kyläpäälliköltä.']),
            at: receivedAt,
            by_id: officer,
          },
        ]
      : [],
  };
}

const answer = (dice: Dice, feedbackId: string, said: Said, step: { state: string; at: Date }, by: string, measure: string | null) => {
  const changed = step.state === 'CHANGED' && said.changes.length > 0;
  return {
    id: dice.id(),
    feedback_id: feedbackId,
    words: dice.oneOf(changed ? said.changes : said.answers),
    language: said.language,
    answered_at: step.at,
    unit_key: said.unit,
    answered_by_id: by,
    mail: 'NONE',
    kind: step.state === 'CHANGED' ? 'CHANGE' : 'ANSWER',
    measure_id: step.state === 'CHANGED' ? measure : null,
  };
};

type Voice = ReturnType<typeof voice>;

async function put(ctx: Context, voices: readonly Voice[]): Promise<void> {
  await insert(
    ctx,
    'feedback_contact',
    voices.flatMap(({ contacts }) => contacts),
  );
  // made here and not among the dice: hashes are ready in no order, and each throw would be somebody else's
  const receipts = await Promise.all(voices.map(({ feedback }) => receiptOf(feedback.id)));
  await insert(
    ctx,
    'feedback',
    voices.map(({ feedback }, n) => ({ revision: 1, ...feedback, receipt: receipts[n] })),
  );
  await insert(
    ctx,
    'feedback_topics',
    voices.map(({ feedback, said }) => ({ feedback_id: feedback.id, topic_key: said.topic })),
  );
  await insert(
    ctx,
    'feedback_step',
    voices.flatMap(({ steps }) => steps),
  );
  await insert(
    ctx,
    'feedback_answer',
    voices.flatMap(({ answers }) => answers),
  );
  await insert(
    ctx,
    'feedback_remark',
    voices.flatMap(({ remarks }) => remarks),
  );
  await receive(
    ctx,
    voices.map(({ feedback }) => feedback.id),
  );
}

// the columns are those of the first row, of the types that the table gives them
async function insert({ em }: Context, table: string, rows: readonly object[]): Promise<void> {
  if (!rows.length) return;
  const columns = Object.keys(rows[0]!).join(', ');
  await sql(em, `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
}

const matters = [
  ['Valaistus kouluteille', 'maintenance', 'lamppu'],
  ['Penkkejä puistoihin ja raiteille', 'parks', 'penk'],
  ['Keinut kuntoon', 'parks', 'keinu'],
  ['Linja-autovuorot', 'transport', 'linja-auto'],
  ['Ajonopeudet kuriin', 'transport', 'ajonopeud'],
  ['Aurausjärjestys', 'maintenance', 'aurattu'],
  ['Kouluruoan kasvisvaihtoehto', 'schools', 'kasvisvaihtoehto'],
  ['Senioritanssit', 'wellbeing', 'senioritanssit'],
  ['Kirjaston aukiolo', 'premises', 'Kirjasto menee'],
  ['Kylätalon avain', 'premises', 'avain'],
] as const;

// what says the same is joined, as an officer would have
async function joinMatters({ em, clock }: Context, dice: Dice): Promise<void> {
  const [by] = await sql<{ id: string }>(em, `select id from staff_member where demo and email like 'antti%'`);
  for (const [title, topic, word] of matters) {
    const id = dice.id();
    await sql(em, 'insert into feedback_matter (id, title, created_at, created_by_id) values ($1, $2, $3, $4)', [id, title, clock.now(), by!.id]);
    await sql(
      em,
      `update feedback f set matter_id = $1 where id in (select f.id from feedback f join feedback_topics t on t.feedback_id = f.id and t.topic_key = $2
        where f.words ilike $3 and f.note = $4 and f.matter_id is null order by f.captured_at desc limit 40)`,
      [id, topic, `%${word}%`, MARK],
    );
  }
}
