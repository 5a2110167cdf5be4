import { newId } from '@torilla/schema/kernel/id';
import type { EventKind } from '@torilla/schema/events/events';
import type { Context } from '../../kernel/context.ts';
import type { LocalizedText } from '../../kernel/localized.ts';
import { Measure } from '../plan/plan.entity.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { Event } from './events.entity.ts';

interface SeedEvent {
  kind: EventKind;
  /** Days from the demo's first. */
  day: number;
  /** Hours of the clock in Hamina. */
  hours: [number, number];
  place: string;
  title: LocalizedText;
  description: LocalizedText;
  accessibility?: LocalizedText;
  /** For how many there is room; people register for it then. */
  capacity?: number;
}

const TIME_ZONE = 'Europe/Helsinki';
/** From this hour on the demo's first day is tomorrow: today's event at the market square soon ends. */
const EVENING = 20;

/** What a fresh city starts with. */
export const events: readonly SeedEvent[] = [
  {
    kind: 'MARKET_SQUARE',
    day: 0,
    hours: [8, 22],
    place: 'market-square',
    title: { fi: 'Tavataan torilla', sv: 'Vi ses på torget', en: 'Meet us at the market square' },
    description: {
      fi: 'Kaupungin väki on torilla kuuntelemassa. Kerro, mitä Haminassa pitäisi tehdä toisin, tai vastaa kyselyyn yhdellä napautuksella.',
      sv: 'Stadens folk är på torget och lyssnar. Berätta vad som borde göras annorlunda i Fredrikshamn, eller svara på en fråga med ett tryck.',
      en: 'People from the city are at the square to listen. Tell us what Hamina should do differently, or answer a question with one tap.',
    },
    accessibility: {
      fi: 'Teltta on tasaisella kiveyksellä, eikä siinä ole kynnyksiä. Työntekijä kirjaa sanasi puolestasi, jos kirjoittaminen on hankalaa.',
      sv: 'Tältet står på jämn stenläggning utan trösklar. En anställd skriver ner dina ord om det är svårt att skriva.',
      en: 'The tent stands on level paving without steps. A worker writes your words down if writing is hard.',
    },
  },
  {
    kind: 'MORNING_COFFEE',
    day: 3,
    hours: [8, 9],
    place: 'city-hall',
    title: { fi: 'Yrittäjien aamukahvit', sv: 'Företagarnas morgonkaffe', en: "Entrepreneurs' morning coffee" },
    description: {
      fi: 'Kaupunginjohtaja ja hyvinvoinnin edistäminen tapaavat yrittäjiä. Ei ilmoittautumista.',
      sv: 'Stadsdirektören och välfärdsfrämjandet träffar företagare. Ingen anmälan.',
      en: 'The city manager and wellbeing promotion meet entrepreneurs. No registration.',
    },
  },
  {
    kind: 'VILLAGE_HEADS',
    day: 9,
    hours: [18, 20],
    place: 'main-library',
    capacity: 30,
    title: { fi: 'Kyläpäälliköiden kuukausitapaaminen', sv: 'Byälderstemännens månadsträff', en: "Village heads' monthly meeting" },
    description: {
      fi: 'Kylien asiat esille: kunnossapito, yhteydet ja talven tapahtumat.',
      sv: 'Byarnas frågor tas upp: underhåll, förbindelser och vinterns evenemang.',
      en: "The villages' concerns: maintenance, connections and the winter's events.",
    },
  },
  {
    kind: 'OPEN_DOORS',
    day: 16,
    hours: [12, 18],
    place: 'swimming-hall',
    title: { fi: 'Avoimet ovet uimahallissa', sv: 'Öppet hus i simhallen', en: 'Open doors at the swimming hall' },
    description: {
      fi: 'Tutustu uimahalliin ja kerro, millaisia vuoroja kaipaat.',
      sv: 'Bekanta dig med simhallen och berätta vilka turer du saknar.',
      en: 'Look around the swimming hall and tell us which sessions you miss.',
    },
  },
];

/** Events from the day of seeding on: the first one at the market square, so that the demo has something to go to. */
export async function seedEvents({ em, clock }: Context): Promise<void> {
  const outreach = await em.findOneOrFail(Measure, { key: 'outreach' });
  const staffing = await em.find(StaffMember, { email: { $like: '%@torilla.example' } });
  const firstDay = clock.now() < instantAt(clock.now(), 0, EVENING) ? 0 : 1;
  for (const { day, hours, capacity, ...rest } of events) {
    const [startsAt, endsAt] = hours.map((hour) => instantAt(clock.now(), firstDay + day, hour)) as [Date, Date];
    const terms = capacity ? { capacity, registrationOpensAt: clock.now(), registrationClosesAt: startsAt } : {};
    const event = em.create(Event, { id: newId(), ...rest, startsAt, endsAt, ...terms });
    event.measures.add(outreach);
    event.staffing.add(staffing);
  }
  await em.flush();
}

/** The instant at which the clocks of Hamina show that hour, some days from now. */
export function instantAt(now: Date, day: number, hour: number): Date {
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(new Date(now.getTime() + day * 86_400_000));
  const asUtc = new Date(`${date}T${String(hour).padStart(2, '0')}:00:00Z`);
  const shown = new Date(`${asUtc.toLocaleString('sv-SE', { timeZone: TIME_ZONE }).replace(' ', 'T')}Z`);
  return new Date(asUtc.getTime() - (shown.getTime() - asUtc.getTime()));
}
