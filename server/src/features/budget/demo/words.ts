import type { Locale } from '@torilla/schema/kernel/localized';

/** What projects of the demo's rounds are about. */
export const categories = [
  { key: 'parks', name: { fi: 'Puistot ja rannat', sv: 'Parker och stränder', en: 'Parks and shores' } },
  { key: 'sport', name: { fi: 'Liikunta', sv: 'Motion', en: 'Sport' } },
  { key: 'safety', name: { fi: 'Turvallisuus', sv: 'Trygghet', en: 'Safety' } },
  { key: 'together', name: { fi: 'Yhdessä', sv: 'Tillsammans', en: 'Together' } },
] as const;

export interface DemoIdea {
  title: string;
  words: string;
  about: (typeof categories)[number]['key'] | null;
  district: string | null;
  place?: string;
  language?: Locale;
}

/** Forty ideas, in words of our own. */
export const ideas: readonly DemoIdea[] = [
  {
    title: 'Penkkejä rantaraitille',
    words: 'Raitilla ei ole yhtään paikkaa levätä. Kolme penkkiä riittäisi alkuun, selkänojalliset.',
    about: 'parks',
    district: 'keskusta',
    place: 'Saunan ja uimarannan välissä',
  },
  {
    title: 'Valot pulkkamäkeen',
    words: 'Talvella mäkeen ehtii vasta pimeän tultua. Muutama lamppu antaisi monta tuntia lisää.',
    about: 'safety',
    district: 'poitsila',
  },
  {
    title: 'Skeittiramppi kirjaston taakse',
    words: 'Nuoret skeittaavat nyt parkkipaikalla autojen seassa. Ramppi toisi heille oman paikan.',
    about: 'sport',
    district: 'keskusta',
  },
  {
    title: 'Koirapuisto',
    words: 'Koiria on paljon, eikä lähellä ole yhtään aidattua paikkaa. Aita, penkki ja roskis riittävät.',
    about: 'parks',
    district: 'poitsila',
  },
  {
    title: 'Talviuintipaikan pukukoppi',
    words: 'Avannossa käy väkeä joka päivä, mutta vaatteet vaihdetaan tuulessa.',
    about: 'sport',
    district: 'pitajansaari',
  },
  {
    title: 'Yhteinen kasvimaa',
    words: 'Kymmenen viljelylaatikkoa ja vesipiste. Mummot ja koululaiset voisivat hoitaa niitä yhdessä.',
    about: 'together',
    district: 'husula',
  },
  {
    title: 'Suojatie koulun kohdalle',
    words: 'Lapset ylittävät tien mutkan takana. Korotettu suojatie hidastaisi autoja.',
    about: 'safety',
    district: 'summa',
  },
  { title: 'Frisbeegolfrata', words: 'Yhdeksän koria metsän reunaan. Sopii kaikenikäisille eikä maksa pelaajalle mitään.', about: 'sport', district: 'husula' },
  { title: 'Kesäkahvila linnoituksen vallille', words: 'Pieni vaunu, jota nuoret pitäisivät kesätyönään.', about: 'together', district: 'keskusta' },
  {
    title: 'Ulkokuntosali vanhoille',
    words: 'Matalat laitteet tasapainolle ja käsille. Nykyiset on tehty parikymppisille.',
    about: 'sport',
    district: 'keskusta',
  },
  {
    title: 'Lainattavia kelkkoja ja suksia',
    words: 'Kaikilla ei ole varaa. Kirjaston vieressä olisi kaappi, josta saa lainata.',
    about: 'sport',
    district: null,
  },
  { title: 'Bussipysäkille katos', words: 'Sateella vanhukset seisovat kaupan oven edessä.', about: 'safety', district: 'salmenkyla' },
  {
    title: 'Luontopolku lapsille',
    words: 'Tauluja, joissa on arvoituksia eläimistä. Koulut voisivat tehdä ne itse.',
    about: 'parks',
    district: 'pitajansaari',
  },
  { title: 'Kirjojen vaihtohylly torille', words: 'Pieni kaappi, johon saa jättää ja josta saa ottaa.', about: 'together', district: 'keskusta' },
  { title: 'Hiekkaa uimarannalle', words: 'Ranta on kivinen, ja pienet satuttavat jalkansa.', about: 'parks', district: 'pitajansaari' },
  { title: 'Pyörien pumppu ja työkalut', words: 'Pylväs, jossa on pumppu ja avaimet. Asema olisi hyvä paikka.', about: 'sport', district: 'keskusta' },
  { title: 'Elokuvia ulkona', words: 'Kankaan ja äänentoiston voisi ostaa yhdessä ja lainata kylille.', about: 'together', district: null },
  { title: 'Leikkipuiston aita kuntoon', words: 'Pienet pääsevät tielle. Aidasta puuttuu metri.', about: 'safety', district: 'salmenkyla' },
  { title: 'Marjapensaita puistoihin', words: 'Herukoita ja vadelmia, joita kuka tahansa saa syödä.', about: 'parks', district: null },
  { title: 'Jääkentän kaukalo', words: 'Laidat on lahoja. Uudet kestäisivät kaksikymmentä vuotta.', about: 'sport', district: 'summa' },
  { title: 'Kyläjuhla joka elokuu', words: 'Rahaa tarvitaan telttaan ja lavaan, muun tekevät kyläläiset.', about: 'together', district: 'summa' },
  { title: 'Uimakoulu kaikille kolmosille', words: 'Ilmainen viikko elokuussa ennen koulun alkua.', about: 'sport', district: null },
  { title: 'Heijastimet postilaatikoihin', words: 'Pimeällä tiellä näkyisi, missä asutaan.', about: 'safety', district: 'husula' },
  { title: 'Veneluiska kuntoon', words: 'Luiska on niin liukas, että siinä on kaaduttu.', about: 'parks', district: 'pitajansaari' },
  { title: 'Esteetön laituri', words: 'Pyörätuolilla ei pääse veden ääreen missään. Yksi laituri riittäisi.', about: 'parks', district: 'keskusta' },
  { title: 'Nuorten verstas', words: 'Vanhassa varastossa voisi korjata pyöriä ja rakentaa.', about: 'together', district: 'poitsila' },
  { title: 'Shakkipöydät puistoon', words: 'Kaksi kivistä pöytää ja penkit. Nappulat saisi kirjastosta.', about: 'together', district: 'keskusta' },
  { title: 'Hidasteita asuinkadulle', words: 'Kadulla ajetaan oikoreittinä liian lujaa.', about: 'safety', district: 'poitsila' },
  { title: 'Lintutorni lahdelle', words: 'Kevätmuutto näkyy siitä parhaiten. Portaiden pitää olla loivat.', about: 'parks', district: 'salmenkyla' },
  { title: 'Ilmaiset kasvot tutuiksi -kävelyt', words: 'Kerran kuussa naapurit kävelevät yhdessä, opas kertoo paikoista.', about: 'together', district: null },
  { title: 'Roskiksia lenkkipolulle', words: 'Koirankakkapusseille ei ole paikkaa, ja ne jäävät puihin.', about: 'parks', district: 'husula' },
  { title: 'Sähköpyörän lataus torille', words: 'Kylältä tulee pyörällä, jos takaisin pääsee.', about: 'sport', district: 'keskusta' },
  { title: 'Värikäs alikulku', words: 'Nuoret maalaisivat seinät taiteilijan kanssa. Pelottaisi vähemmän.', about: 'safety', district: 'keskusta' },
  { title: 'Perhekerho lauantaisin', words: 'Arkena työssä käyvät eivät pääse mihinkään kerhoon.', about: 'together', district: null },
  { title: 'Liukuesteitä ilmaiseksi yli 75-vuotiaille', words: 'Yksi kaatuminen maksaa enemmän kuin sata paria.', about: 'safety', district: null },
  {
    title: 'Bänkar vid stranden',
    words: 'Det finns ingen plats att vila på längs stranden. Tre bänkar räcker.',
    about: 'parks',
    district: 'keskusta',
    language: 'sv',
  },
  { title: 'Svensk sagostund', words: 'En gång i månaden på biblioteket, gärna på lördagar.', about: 'together', district: 'keskusta', language: 'sv' },
  { title: 'Språkcafé för alla', words: 'Finska, svenska och engelska vid samma bord.', about: 'together', district: null, language: 'sv' },
  { title: 'A map for newcomers', words: 'Where to swim, skate and meet people, in easy words.', about: 'together', district: null, language: 'en' },
  {
    title: 'Lights on the football field',
    words: 'After five it is too dark to play for half of the year.',
    about: 'sport',
    district: 'summa',
    language: 'en',
  },
];

export interface DemoProject {
  fi: string;
  sv: string;
  euros: number;
}

/** What was voted on in rounds that are over, by the year. */
export const pastProjects: Readonly<Record<number, readonly DemoProject[]>> = {
  2023: [
    { fi: 'Lähiliikuntapaikka Vehkalahdelle', sv: 'Närmotionsplats i Veckelax', euros: 48_000 },
    { fi: 'Esteetön reitti uimarannalle', sv: 'Tillgänglig väg till badstranden', euros: 35_000 },
    { fi: 'Frisbeegolfrata', sv: 'Frisbeegolfbana', euros: 22_000 },
    { fi: 'Leikkipaikan kunnostus Pitäjänsaaressa', sv: 'Upprustning av lekplatsen på Pitäjänsaari', euros: 27_000 },
    { fi: 'Katettu lava torille', sv: 'En scen med tak på torget', euros: 40_000 },
    { fi: 'Koirapuiston aita ja valot', sv: 'Staket och ljus i hundparken', euros: 14_500 },
    { fi: 'Kirjaston lukupiha', sv: 'Bibliotekets läsgård', euros: 9_800 },
    { fi: 'Ulkokuntosali rantaraitille', sv: 'Utegym vid strandstråket', euros: 18_000 },
    { fi: 'Pyöränhuoltopisteet', sv: 'Platser för cykelservice', euros: 6_200 },
    { fi: 'Hiihtolatu tykkilumella', sv: 'Skidspår med konstsnö', euros: 95_000 },
  ],
  2024: [
    { fi: 'Kaukalon valot', sv: 'Ljus till rinken', euros: 16_000 },
    { fi: 'Kesäpenkit Raatihuoneentorille', sv: 'Sommarbänkar på Rådhustorget', euros: 7_400 },
    { fi: 'Laituri kalastajille', sv: 'En brygga för fiskare', euros: 12_500 },
    { fi: 'Kylätalon keittiön uusinta', sv: 'Nytt kök i byahuset', euros: 19_900 },
    { fi: 'Suojatie koulun eteen', sv: 'Övergångsställe framför skolan', euros: 8_300 },
    { fi: 'Marjapensaita puistoihin', sv: 'Bärbuskar i parkerna', euros: 3_100 },
    { fi: 'Skeittiparkin laajennus', sv: 'Större skatepark', euros: 38_000 },
  ],
};

/** What is told of projects that were voted for. */
export const works = {
  begun: { fi: 'Suunnittelu on valmis ja työt alkoivat.', sv: 'Planeringen är klar och arbetet har börjat.', en: 'The plans are ready and work has begun.' },
  done: {
    fi: 'Valmis ja käytössä. Asukkaat olivat mukana talkoissa.',
    sv: 'Färdigt och i bruk. Invånarna var med på talko.',
    en: 'Done and in use. Residents lent a hand.',
  },
  dropped: {
    fi: 'Maaperä ei kestänyt, joten tätä ei voitu tehdä. Rahat siirtyivät seuraavaan kierrokseen.',
    sv: 'Marken höll inte, så detta kunde inte göras. Pengarna flyttades till nästa omgång.',
    en: 'The ground would not bear it, so this could not be done. The money went to the next round.',
  },
} as const;
