import type { Locale } from '../kernel/locale.ts';

/** The words of the printed sheet: in all languages at once, whichever the reader speaks. */
export const sheetWords: Record<Locale, { question: string; how: string; note: string }> = {
  fi: {
    question: 'Miten asiointisi sujui?',
    how: 'Avaa kamera ja osoita koodia, tai kirjoita osoite.',
    note: 'Yksi painallus riittää. Nimeä ei kysytä.',
  },
  sv: {
    question: 'Hur gick ditt ärende?',
    how: 'Öppna kameran och rikta den mot koden, eller skriv adressen.',
    note: 'Ett tryck räcker. Vi frågar inte efter namn.',
  },
  en: {
    question: 'How did it go today?',
    how: 'Open the camera and point it at the code, or type the address.',
    note: 'One tap is enough. No name is asked for.',
  },
};
