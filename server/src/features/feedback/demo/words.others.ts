import type { DemoPlace } from './places.ts';

/** The same in another language, in fewer words: few of the city's residents speak it. */
export interface DemoVoice {
  topic: string;
  so: readonly ((p: DemoPlace) => string)[];
  wish: readonly string[];
  answers: readonly string[];
}

export const swedish: readonly DemoVoice[] = [
  {
    topic: 'parks',
    so: [(p) => `Bänkarna ${p.sv} är trasiga`, (p) => `Gungan ${p.sv} har varit sönder hela våren`, (p) => `Soporna ${p.sv} töms för sällan`],
    wish: ['Kunde någon komma och titta?', 'Vi hjälper gärna till på talko.', 'Berätta när det blir lagat.'],
    answers: ['Tack! Vi lagar det inom två veckor.', 'Tack för din respons. Platsen finns med på vårens arbetslista.'],
  },
  {
    topic: 'transport',
    so: [(p) => `Cykelvägen ${p.sv} tar slut mitt i allt`, (p) => `Det körs för fort ${p.sv}`, (p) => `Hållplatsen ${p.sv} saknar belysning`],
    wish: ['Ett farthinder skulle räcka.', 'En tur till på kvällen skulle hjälpa.', 'Vem bestämmer om det här?'],
    answers: ['Tack. Vi mäter hastigheterna i höst.', 'Vi har förmedlat önskemålet till NTM-centralen.'],
  },
  {
    topic: 'premises',
    so: [
      () => 'Biblioteket stänger precis när jag slutar jobbet',
      () => 'Det finns för få svenska böcker för barn',
      (p) => `Salen ${p.sv} står tom på kvällarna`,
    ],
    wish: ['Öppna gärna på söndagar.', 'Låt oss prova ett halvår.', 'Det vore fint med sagostund på svenska.'],
    answers: ['Tack! Sagostunden på svenska börjar i januari.', 'Biblioteket provar söndagsöppet i vår.'],
  },
];

export const english: readonly DemoVoice[] = [
  {
    topic: 'other',
    so: [
      () => 'Letters from the city come only in Finnish',
      () => 'I moved here in spring and did not find out how to join a hobby club',
      (p) => `There is no sign in English ${p.en}`,
    ],
    wish: ['A short summary in English would help a lot.', 'Could somebody explain it by phone?', 'Thank you for asking us.'],
    answers: ['Thank you. The hobby list now has a page in English.', 'We will add a summary in English to the letters from March on.'],
  },
  {
    topic: 'transport',
    so: [(p) => `The bus stop ${p.en} has no timetable`, (p) => `Cycling ${p.en} feels dangerous in the dark`, (p) => `The crossing ${p.en} is hard to see`],
    wish: ['A light would be enough.', 'Please put the times on the stop.', 'Who decides about this?'],
    answers: ['Thank you. A timetable will be put up this month.', 'A light has been ordered for the spring.'],
  },
];
