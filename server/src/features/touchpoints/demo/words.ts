import type { Locale } from '@torilla/schema/kernel/localized';
import type { HeldFor } from '@torilla/schema/touchpoints/touchpoints';
import type { LocalizedText } from '../../../kernel/localized.ts';

/** A service point of the demo: how many taps a day, the share of the glad, and since how many days ago they are gladder. */
export interface DemoPoint {
  code: string;
  name: LocalizedText;
  unit: string;
  place: string | null;
  aDay: number;
  glad: number;
  gladderSince: number;
}

const point = (
  code: string,
  unit: string,
  place: string | null,
  [aDay, glad, gladderSince]: [number, number, number],
  fi: string,
  sv: string,
  en: string,
): DemoPoint => ({
  code,
  unit,
  place,
  aDay,
  glad,
  gladderSince,
  name: { fi: `${fi} (esittely)`, sv: `${sv} (demo)`, en: `${en} (demo)` },
});

export const points: readonly DemoPoint[] = [
  point(
    'R2NKE',
    'administration',
    'rinkeli',
    [22, 0.66, 110],
    'Palvelupiste Rinkelin tiski',
    'Disken på servicepunkten Rinkeli',
    'The desk at service point Rinkeli',
  ),
  point(
    'K3RJA',
    'wellbeing-promotion',
    'main-library',
    [18, 0.78, 0],
    'Pääkirjaston lainaustiski',
    'Huvudbibliotekets lånedisk',
    'The main library, lending desk',
  ),
  point('S4LEN', 'wellbeing-promotion', 'swimming-hall', [16, 0.58, 75], 'Uimahallin kassa', 'Simhallens kassa', 'The swimming hall, cash desk'),
  point('T5RPA', 'green-services', 'market-square', [6, 0.7, 150], 'Leikkipuiston portti', 'Lekparkens grind', 'The playground gate'),
  point('K6PNG', 'facilities', null, [3, 0.52, 60], 'Tilavaraukset puhelimitse', 'Lokalbokning per telefon', 'Booking of premises by phone'),
  // so seldom that most weeks tell nothing
  point('V7RAA', 'education', 'city-hall', [0.7, 0.74, 0], 'Varhaiskasvatuksen neuvonta', 'Rådgivningen för småbarnspedagogik', 'Early education, advice'),
];

/** What was done about it, so many days ago. */
export const deeds: readonly { unit: string; daysAgo: number; open: boolean; words: LocalizedText }[] = [
  {
    unit: 'administration',
    daysAgo: 108,
    open: true,
    words: {
      fi: 'Rinkelin tiskillä on nyt kaksi työntekijää klo 11–13, kun jonot olivat pisimmät.',
      sv: 'Vid Rinkelis disk arbetar nu två personer kl. 11–13, då köerna var längst.',
      en: 'Two people now work at the Rinkeli desk from 11 to 13, when the queues were longest.',
    },
  },
  {
    unit: 'wellbeing-promotion',
    daysAgo: 74,
    open: true,
    words: {
      fi: 'Uimahallin kassa aukeaa puoli tuntia aiemmin, ja pukuhuoneiden opasteet uusittiin.',
      sv: 'Simhallens kassa öppnar en halv timme tidigare, och skyltarna i omklädningsrummen förnyades.',
      en: 'The swimming hall’s cash desk opens half an hour earlier, and the signs in the changing rooms were renewed.',
    },
  },
  {
    unit: 'green-services',
    daysAgo: 149,
    open: true,
    words: {
      fi: 'Leikkipuiston portti korjattiin ja keinun alle tuotiin uusi hiekka.',
      sv: 'Lekparkens grind reparerades och ny sand lades under gungan.',
      en: 'The playground gate was mended, and new sand was put under the swing.',
    },
  },
  {
    unit: 'facilities',
    daysAgo: 58,
    open: true,
    words: {
      fi: 'Varauspuhelimeen vastataan nyt myös iltapäivisin.',
      sv: 'Bokningstelefonen svarar nu även på eftermiddagarna.',
      en: 'The booking phone is now answered in the afternoons too.',
    },
  },
  { unit: 'administration', daysAgo: 20, open: false, words: { fi: 'Tammikuussa kokeillaan ajanvarausta. Sovitaan vuoroista viikkopalaverissa.' } },
];

/** What people add: words of our own, nobody's. */
export const words: readonly { glad: boolean; text: string; language: Locale; heldFor: HeldFor | null }[] = [
  { glad: true, text: 'Ystävällinen palvelu, kiitos!', language: 'fi', heldFor: null },
  { glad: true, text: 'Sain heti apua lomakkeen kanssa.', language: 'fi', heldFor: null },
  { glad: true, text: 'Snabb och vänlig betjäning.', language: 'sv', heldFor: null },
  { glad: true, text: 'Helped me in English without any fuss.', language: 'en', heldFor: null },
  { glad: true, text: 'Minut palveltiin hyvin, soittakaa numeroon 040 123 4567 jos haluatte kuulla lisää.', language: 'fi', heldFor: 'PERSONAL' },
  { glad: false, text: 'Jono oli pitkä, odotin puoli tuntia.', language: 'fi', heldFor: null },
  { glad: false, text: 'Opasteet ovat sekavat, en löytänyt oikealle ovelle.', language: 'fi', heldFor: null },
  { glad: false, text: 'Ovi on raskas pyörätuolilla.', language: 'fi', heldFor: null },
  { glad: false, text: 'Kassan öppnade för sent.', language: 'sv', heldFor: null },
  { glad: false, text: 'Ihan paska vastaanotto.', language: 'fi', heldFor: 'RUDE' },
];
