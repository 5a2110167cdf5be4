import type { Locale } from '@torilla/schema/kernel/locale';

/** The words of a printed code: in all languages at once, whichever its reader speaks. */
export const paperWords: Record<Locale, { act: string; how: string; once: string; until: (when: string) => string; teacher: string }> = {
  fi: {
    act: 'Äänestä',
    how: 'Avaa kamera ja osoita koodia, tai mene osoitteeseen, valitse äänestys ja kirjoita koodi.',
    once: 'Koodilla äänestää kerran. Kukaan ei näe, mitä äänestit.',
    until: (when) => `Äänestys päättyy ${when}.`,
    teacher:
      'Opettaja: pidä tämä paperi itselläsi. Avaa osoite tai osoita koodia kameralla, kun luokka äänestää, ja paina Aloita. Näet taululle luokan oman koodin, jolla jokainen äänestää omalla laitteellaan 20 minuutin ajan.',
  },
  sv: {
    act: 'Rösta',
    how: 'Öppna kameran och rikta den mot koden, eller gå till adressen, välj röstningen och skriv koden.',
    once: 'Med koden röstar man en gång. Ingen ser hur du röstade.',
    until: (when) => `Röstningen slutar ${when}.`,
    teacher:
      'Lärare: behåll det här pappret själv. Öppna adressen eller rikta kameran mot koden när klassen ska rösta, och tryck på Starta. På skärmen syns klassens egen kod, med vilken var och en röstar på sin enhet i 20 minuter.',
  },
  en: {
    act: 'Vote',
    how: 'Open the camera and point it at the code, or go to the address, choose the vote and type the code.',
    once: 'The code is for one vote. Nobody sees how you voted.',
    until: (when) => `Voting ends on ${when}.`,
    teacher:
      'Teacher: keep this paper to yourself. Open the address or point the camera at the code when the class votes, and press Start. The screen shows the class’s own code, by which everybody votes on their own device for 20 minutes.',
  },
};
