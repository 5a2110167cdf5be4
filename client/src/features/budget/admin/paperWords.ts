import type { Locale } from '@torilla/schema/kernel/locale';

/** The words of a printed code: in all languages at once, whichever its reader speaks. */
export const paperWords: Record<Locale, { act: string; how: string; once: string; until: (when: string) => string }> = {
  fi: {
    act: 'Äänestä',
    how: 'Avaa kamera ja osoita koodia, tai mene osoitteeseen, valitse äänestys ja kirjoita koodi.',
    once: 'Koodilla äänestää kerran. Kukaan ei näe, mitä äänestit.',
    until: (when) => `Äänestys päättyy ${when}.`,
  },
  sv: {
    act: 'Rösta',
    how: 'Öppna kameran och rikta den mot koden, eller gå till adressen, välj röstningen och skriv koden.',
    once: 'Med koden röstar man en gång. Ingen ser hur du röstade.',
    until: (when) => `Röstningen slutar ${when}.`,
  },
  en: {
    act: 'Vote',
    how: 'Open the camera and point it at the code, or go to the address, choose the vote and type the code.',
    once: 'The code is for one vote. Nobody sees how you voted.',
    until: (when) => `Voting ends on ${when}.`,
  },
};
