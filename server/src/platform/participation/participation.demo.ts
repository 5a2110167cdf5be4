import { templateSteps } from '@torilla/schema/participation/template';
import type { Context } from '../../kernel/context.ts';
import { diceOf } from '../../kernel/dice.ts';
import type { LocalizedText } from '../../kernel/localized.ts';
import { Event } from '../events/events.entity.ts';
import { dayAt } from '../municipality/day.ts';
import { Measure } from '../plan/plan.entity.ts';
import { Unit } from '../plan/unit.entity.ts';
import { Participation, ParticipationStep } from './participation.entity.ts';

const SEED = 20_264;
const DAY = 86_400_000;

interface DemoPlan extends Pick<Participation, 'title' | 'changes' | 'affected' | 'answers' | 'outcome' | 'state'> {
  unit: string;
  measures: string[];
  /** When each of the template's steps begins, in days from today. */
  days: readonly number[];
}

const text = (fi: string, sv: string, en: string): LocalizedText => ({ fi, sv, en });

const plans: readonly DemoPlan[] = [
  {
    unit: 'green-services',
    state: 'PUBLISHED',
    measures: ['service-design', 'open-preparation'],
    days: [-40, -12, 20, 60],
    title: text('Rantaraitin kunnostus (esittely)', 'Strandstråket rustas upp (demo)', 'The shore path is renewed (demo)'),
    changes: text(
      'Rantaraitti päällystetään uudelleen, valot vaihdetaan ja raitin varteen tulee penkkejä. Penkkien paikat ovat vielä auki.',
      'Strandstråket får ny beläggning och ny belysning, och det kommer bänkar. Var bänkarna placeras är ännu öppet.',
      'The shore path is resurfaced, its lights are replaced, and benches are added. Where the benches stand is still open.',
    ),
    affected: text(
      'Raitilla kulkevat, lähitalojen asukkaat, koululaiset ja lenkkeilijät.',
      'De som rör sig på stråket, de som bor intill, skolelever och motionärer.',
      'Those who use the path, who live beside it, pupils and joggers.',
    ),
    answers: text(
      'Viherpalvelut vastaa: viherpalvelut@hamina.example. Kysyä voi myös torilla.',
      'Gröntjänsterna svarar: viherpalvelut@hamina.example. Det går också att fråga på torget.',
      'The parks and green services answer: viherpalvelut@hamina.example. You may also ask at the market square.',
    ),
  },
  {
    unit: 'facilities',
    state: 'ENDED',
    measures: ['shared-premises'],
    days: [-220, -190, -150, -100],
    title: text('Kylätalon aukiolo (esittely)', 'Byahusets öppettider (demo)', 'Opening hours of the village house (demo)'),
    changes: text(
      'Kylätalolle sovittiin uudet aukioloajat ja se, miten avaimen saa.',
      'Nya öppettider för byahuset och hur man får nyckeln har avtalats.',
      'New opening hours of the village house were agreed, and how to get the key.',
    ),
    affected: text(
      'Kyläyhdistykset, kerhot ja talon naapurit.',
      'Byaföreningar, klubbar och husets grannar.',
      'Village associations, clubs and the neighbours.',
    ),
    answers: text('Tilapalvelut: tilat@hamina.example.', 'Lokaltjänsterna: tilat@hamina.example.', 'Facility services: tilat@hamina.example.'),
    outcome: text(
      'Vastauksia tuli 84. Talo on nyt auki kahtena iltana useammin. Avainlokeroa ei voitu ottaa käyttöön, koska talon ovi on suojeltu.',
      'Vi fick 84 svar. Huset är nu öppet två kvällar till. Ett nyckelskåp gick inte att införa, eftersom dörren är skyddad.',
      'There were 84 answers. The house is now open on two more evenings. A key box was not possible, since the door is protected.',
    ),
  },
  {
    unit: 'education',
    state: 'PUBLISHED',
    measures: ['service-design', 'councils'],
    days: [-8, 6, 34, 75],
    title: text('Koulupihan uudet välineet (esittely)', 'Ny utrustning på skolgården (demo)', 'New equipment for the schoolyard (demo)'),
    changes: text(
      'Koulupihalle hankitaan uusia pelejä ja katos. Oppilaat valitsevat kolmesta vaihtoehdosta.',
      'Skolgården får nya spel och ett tak. Eleverna väljer mellan tre alternativ.',
      'The schoolyard gets new games and a shelter. The pupils choose from three options.',
    ),
    affected: text(
      'Oppilaat, huoltajat ja pihaa iltaisin käyttävät.',
      'Elever, vårdnadshavare och de som använder gården på kvällarna.',
      'Pupils, guardians and those who use the yard in the evening.',
    ),
    answers: text(
      'Kasvatus- ja koulutuspalvelut: koulu@hamina.example.',
      'Fostrans- och utbildningstjänsterna: koulu@hamina.example.',
      'Education services: koulu@hamina.example.',
    ),
  },
];

/** Three projects of units: one that is under way, one that is over, and one that has just begun. */
export async function demoParticipation({ em, clock }: Context): Promise<void> {
  const dice = diceOf(SEED);
  const at = (days: number): Date => new Date(clock.now().getTime() + days * DAY);
  const measures = await em.find(Measure, { plan: { state: 'IN_FORCE' } });
  const coming = await em.findOne(Event, { endsAt: { $gt: clock.now() } }, { orderBy: { startsAt: 'asc', id: 'asc' } });
  for (const { unit, measures: keys, days, ...facts } of plans) {
    const first = at(days[0]! - 7);
    const ended = facts.state === 'ENDED' ? at(days.at(-1)! + 14) : null;
    const plan = em.create(Participation, { id: dice.id(), ...facts, unit: em.getReference(Unit, unit), createdAt: first, publishedAt: first, endedAt: ended });
    plan.measures.add(measures.filter(({ key }) => keys.includes(key)));
    for (const [position, words] of templateSteps.entries()) {
      const [startsOn, endsOn] = [dayAt(at(days[position]!)), position === 1 ? dayAt(at(days[position]! + 21)) : null];
      const event = facts.state === 'PUBLISHED' && position === 1 ? coming : null;
      em.create(ParticipationStep, { id: dice.id(), participation: plan, position, startsOn, endsOn, words, event });
    }
  }
  await em.flush();
}
