import type { Locale } from '../kernel/locale.ts';

/** The steps from which a participation plan is begun, as good practice has them: told early, asked before it is decided, answered after. */
export const templateSteps: readonly Record<Locale, string>[] = [
  {
    fi: 'Kerrotaan, mitä suunnitellaan ja mihin voi vielä vaikuttaa.',
    sv: 'Vi berättar vad som planeras och vad man ännu kan påverka.',
    en: 'We tell what is planned and what can still be influenced.',
  },
  {
    fi: 'Kysytään asukkailta: paikan päällä, verkossa ja paperilla.',
    sv: 'Vi frågar invånarna: på plats, på nätet och på papper.',
    en: 'We ask residents: on the spot, online and on paper.',
  },
  {
    fi: 'Luonnos on nähtävillä ja sitä voi kommentoida.',
    sv: 'Utkastet är framlagt och kan kommenteras.',
    en: 'The draft is on display and can be commented on.',
  },
  {
    fi: 'Kerrotaan, mitä sanottiin, mitä siitä otettiin mukaan ja mitä ei, ja miksi.',
    sv: 'Vi berättar vad som sades, vad som togs med och inte, och varför.',
    en: 'We tell what was said, what was taken up and what was not, and why.',
  },
];
