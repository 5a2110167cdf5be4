import type { Context } from '../../kernel/context.ts';
import { diceOf } from '../../kernel/dice.ts';
import { Measure } from '../plan/plan.entity.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { Event } from './events.entity.ts';
import { events, instantAt } from './events.seed.ts';

const SEED = 20_262;
const EVENTS = 120;
/** Days from a year ago to a month ahead. */
const [FIRST, LAST] = [-360, 30];
const places = ['market-square', 'main-library', 'swimming-hall', 'rinkeli', 'city-hall'];
const mark = { fi: 'Esittelyaineistoa: keksitty tapahtuma.', sv: 'Demonstrationsmaterial: påhittat evenemang.', en: 'Demo material: an invented event.' };

/** A year of events like those that a fresh city starts with, and the coming month's. */
export async function demoEvents({ em, clock }: Context): Promise<void> {
  const dice = diceOf(SEED);
  const [outreach, staffing] = [await em.findOneOrFail(Measure, { key: 'outreach' }), await em.find(StaffMember, { demo: true })];
  for (let n = 0; n < EVENTS; n++) {
    const day = FIRST + Math.round((n * (LAST - FIRST)) / EVENTS) + dice.upTo(3);
    const { kind, title, hours, place } = dice.oneOf(events);
    // a market square is where it is; the rest goes around
    const there = kind === 'MARKET_SQUARE' ? place : dice.oneOf(places);
    const [startsAt, endsAt] = hours.map((hour) => instantAt(clock.now(), day, hour)) as [Date, Date];
    const event = em.create(Event, { id: dice.id(), kind, title, description: mark, place: there, startsAt, endsAt });
    event.measures.add(outreach);
    event.staffing.add(staffing);
  }
  await em.flush();
}
