import { sql } from '../../../kernel/command.ts';
import type { Context } from '../../../kernel/context.ts';
import { type Dice, diceOf } from '../../../kernel/dice.ts';
import { dayAt } from '../../../platform/municipality/day.ts';
import { Place } from '../../../platform/places/places.entity.ts';
import { Unit } from '../../../platform/plan/unit.entity.ts';
import { StaffMember } from '../../../platform/staff/staff.entity.ts';
import { ServiceDeed, Touchpoint } from '../touchpoints.entity.ts';
import { deeds, points, type DemoPoint, words } from './words.ts';

const SEED = 20_263;
const DAYS = 364;
const DAY = 86_400_000;
const HOUR = 3_600_000;
const CHUNK = 2000;

interface Tap {
  id: string;
  score: number;
  at: Date;
}

/** A year at six service points: taps, some words, and what was done about them. */
export async function demoTouchpoints(ctx: Context, scale: number): Promise<void> {
  const { em, clock } = ctx;
  const dice = diceOf(SEED);
  const [writtenBy] = await em.find(StaffMember, { demo: true }, { orderBy: { email: 'asc' }, limit: 1 });
  const ago = (days: number): Date => new Date(clock.now().getTime() - days * DAY);
  for (const demo of points) {
    const { code, name, unit, place } = demo;
    const point = em.create(Touchpoint, {
      id: dice.id(),
      code,
      name,
      unit: em.getReference(Unit, unit),
      place: place ? em.getReference(Place, place) : null,
      createdAt: ago(DAYS),
    });
    await em.flush();
    await put(ctx, point.id, yearOf(dice, demo, ago, scale), dice);
  }
  for (const { unit, daysAgo, words: done, open } of deeds)
    em.create(ServiceDeed, { id: dice.id(), unit: em.getReference(Unit, unit), doneOn: dayAt(ago(daysAgo)), words: done, open, writtenBy: writtenBy! });
  await em.flush();
}

/** The taps of a point in a year: as many a day as it serves, gladder since something was done. */
function yearOf(dice: Dice, { aDay, glad, gladderSince }: DemoPoint, ago: (days: number) => Date, scale: number): Tap[] {
  const taps: Tap[] = [];
  for (let day = DAYS; day > 0; day--) {
    const open = ago(day).getDay() % 6 === 0 ? 0.35 : 1;
    const many = Math.round(aDay * open * scale * (0.6 + dice.upTo(9) / 10));
    const share = Math.min(0.95, glad + (day < gladderSince ? 0.12 : 0));
    for (let n = 0; n < many; n++)
      taps.push({ id: dice.id(), score: scoreOf(dice, share), at: new Date(ago(day).getTime() - dice.upTo(6) * HOUR - dice.upTo(HOUR)) });
  }
  return taps;
}

function scoreOf(dice: Dice, glad: number): number {
  if (dice.chance(glad)) return dice.chance(0.55) ? 5 : 4;
  return dice.chance(0.4) ? 3 : dice.chance(0.6) ? 2 : 1;
}

async function put({ em }: Context, point: string, taps: readonly Tap[], dice: Dice): Promise<void> {
  for (let from = 0; from < taps.length; from += CHUNK) {
    const some = taps.slice(from, from + CHUNK);
    await sql(
      em,
      `insert into touchpoint_tap (id, touchpoint_id, score, state, captured_at, received_at)
      select t.id, $1, score, case when turn % 40 = 0 then 'REPEATED' else 'COUNTED' end, at, at
      from unnest($2::uuid[], $3::int[], $4::timestamptz[]) with ordinality as t (id, score, at, turn)`,
      [point, some.map(({ id }) => id), some.map(({ score }) => score), some.map(({ at }) => at)],
    );
  }
  for (const { id: tap, score, at } of taps.slice(-120).filter((_, n) => n % 11 === 3)) {
    const { text, language, heldFor } = dice.oneOf(words.filter(({ glad }) => glad === score >= 4));
    await sql(
      em,
      `insert into touchpoint_words (id, tap, touchpoint_id, words, language, day, state, held_for, received_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [dice.id(), tap, point, text, language, dayAt(at), heldFor ? 'HELD' : 'SHOWN', heldFor, at],
    );
  }
}
