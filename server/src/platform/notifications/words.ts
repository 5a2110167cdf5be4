import type { Locale } from '@torilla/schema/kernel/locale';
import type { NotificationKind } from '@torilla/schema/notifications/kinds';

interface Words {
  /** By kind and detail; a detail that is not there says what its kind does. */
  says: Record<NotificationKind, string> & Record<string, string>;
  city: string;
  subject: string;
  several: (count: number) => string;
  see: string;
  stop: string;
  choose: string;
}

const words: Record<Locale, Words> = {
  fi: {
    says: {
      ANSWER: 'Kaupunki on vastannut palautteeseesi.',
      'ANSWER.CHANGE': 'Palautteesi takia on muuttunut jotain. Katso, mitä.',
      STATE: 'Palautteesi on edennyt.',
      'STATE.READ': 'Palautteesi on luettu kaupungilla.',
      'STATE.IN_PROGRESS': 'Kaupunki selvittää palautettasi.',
      EVENT: 'Tapahtumasta, johon ilmoittauduit, on uutta tietoa.',
      'EVENT.REGISTERED': 'Ilmoittautumisesi on tallessa.',
      'EVENT.PLACE_FREE': 'Sait paikan tapahtumaan, johon jonotit.',
      'EVENT.MOVED': 'Tapahtuma, johon ilmoittauduit, on siirretty.',
      'EVENT.CANCELLED': 'Tapahtuma, johon ilmoittauduit, on peruttu.',
      BUDGET: 'Budjetoinnista, jota seuraat, on uutta tietoa.',
      'BUDGET.DECLINED': 'Kannattamasi idea ei mene äänestykseen. Katso, miksi.',
      'BUDGET.ON_BALLOT': 'Kannattamasi idea on mukana äänestyksessä.',
      'BUDGET.WITHDRAWN': 'Seuraamasi hanke on poistettu äänestyksestä. Katso, miksi.',
      'BUDGET.RESULT': 'Budjetoinnin äänestyksen tulos on valmis.',
      'BUDGET.PROGRESS': 'Seuraamasi hanke on edennyt.',
      'BUDGET.HELP': 'Seuraamasi hanke kaipaa tekijöitä. Katso, milloin voit auttaa.',
      ASSIGNED: 'Sait palautteen hoidettavaksesi.',
      MENTIONED: 'Sinut mainittiin palautteen muistiinpanossa.',
      TEST: 'Tämä on koe. Ilmoitukset tulevat perille.',
    },
    city: 'Haminan kaupunki',
    subject: 'Uutta sinulle Torillassa',
    several: (count) => `${count} uutta ilmoitusta`,
    see: 'Katso',
    stop: 'Jos et halua näitä viestejä, lopeta ne tästä kirjautumatta',
    choose: 'Voit valita myös, mistä ilmoitetaan ja miten',
  },
  sv: {
    says: {
      ANSWER: 'Staden har svarat på din respons.',
      'ANSWER.CHANGE': 'Något har ändrats tack vare din respons. Se vad.',
      STATE: 'Din respons har gått framåt.',
      'STATE.READ': 'Staden har läst din respons.',
      'STATE.IN_PROGRESS': 'Staden utreder din respons.',
      EVENT: 'Det finns nytt om evenemanget som du anmälde dig till.',
      'EVENT.REGISTERED': 'Din anmälan har sparats.',
      'EVENT.PLACE_FREE': 'Du fick en plats på evenemanget som du köade till.',
      'EVENT.MOVED': 'Evenemanget som du anmälde dig till har flyttats.',
      'EVENT.CANCELLED': 'Evenemanget som du anmälde dig till har ställts in.',
      BUDGET: 'Det finns nytt om medborgarbudgeten som du följer.',
      'BUDGET.DECLINED': 'Idén som du stöder går inte till omröstning. Se varför.',
      'BUDGET.ON_BALLOT': 'Idén som du stöder är med i omröstningen.',
      'BUDGET.WITHDRAWN': 'Projektet som du följer har tagits bort från omröstningen. Se varför.',
      'BUDGET.RESULT': 'Resultatet av budgetomröstningen är klart.',
      'BUDGET.PROGRESS': 'Projektet som du följer har gått framåt.',
      'BUDGET.HELP': 'Projektet som du följer behöver hjälpande händer. Se när du kan hjälpa.',
      ASSIGNED: 'Du fick en respons att sköta.',
      MENTIONED: 'Du nämndes i en anteckning om en respons.',
      TEST: 'Det här är ett test. Meddelandena kommer fram.',
    },
    city: 'Fredrikshamns stad',
    subject: 'Nytt för dig i Torilla',
    several: (count) => `${count} nya meddelanden`,
    see: 'Se',
    stop: 'Vill du inte längre få de här meddelandena kan du avbeställa dem här utan att logga in',
    choose: 'Du kan också välja vad du får veta och hur',
  },
  en: {
    says: {
      ANSWER: 'The city has answered your feedback.',
      'ANSWER.CHANGE': 'Something has changed because of your feedback. See what.',
      STATE: 'Your feedback has moved on.',
      'STATE.READ': 'The city has read your feedback.',
      'STATE.IN_PROGRESS': 'The city is looking into your feedback.',
      EVENT: 'There is news of the event for which you registered.',
      'EVENT.REGISTERED': 'Your registration is saved.',
      'EVENT.PLACE_FREE': 'You have a place at the event for which you waited.',
      'EVENT.MOVED': 'The event for which you registered has been moved.',
      'EVENT.CANCELLED': 'The event for which you registered has been cancelled.',
      BUDGET: 'There is news of the budgeting that you follow.',
      'BUDGET.DECLINED': 'An idea that you support will not be voted on. See why.',
      'BUDGET.ON_BALLOT': 'An idea that you support is on the ballot.',
      'BUDGET.WITHDRAWN': 'A project that you follow was taken from the ballot. See why.',
      'BUDGET.RESULT': 'The result of the vote is there.',
      'BUDGET.PROGRESS': 'A project that you follow has come further.',
      'BUDGET.HELP': 'A project that you follow needs helping hands. See when you can help.',
      ASSIGNED: 'A piece of feedback is now yours to take care of.',
      MENTIONED: 'You were mentioned in a note about a piece of feedback.',
      TEST: 'This is a test. Notifications arrive.',
    },
    city: 'City of Hamina',
    subject: 'News for you in Torilla',
    several: (count) => `${count} new notifications`,
    see: 'See',
    stop: 'If you do not want these messages, end them here without signing in',
    choose: 'You can also choose what you are told of, and how',
  },
};

/** What somebody is told in one sentence, with nothing in it of anybody. */
export const sentenceOf = ({ kind, detail }: { kind: NotificationKind; detail: string }, language: Locale): string =>
  words[language].says[`${kind}.${detail}`] ?? words[language].says[kind];

/** The city's name, as a notification is headed. */
export const cityIn = (language: Locale): string => words[language].city;

/** The mail of whoever has an account: a sentence each, and where it is read. What it is about stays in the app. */
export function shortMail(of: { language: Locale; told: readonly { sentence: string; path: string }[]; publicUrl: string }): { subject: string; text: string } {
  const { language, told, publicUrl } = of;
  const says = words[language];
  const lines = told.map(({ sentence, path }) => `${sentence}\n${says.see}: ${publicUrl}${path}`);
  const choose = `${says.choose}: ${publicUrl}/oma/ilmoitukset`;
  return {
    subject: told.length > 1 ? `${says.subject}: ${says.several(told.length)}` : told[0]!.sentence.replace(/\.$/, ''),
    text: [...lines, choose, says.city].join('\n\n'),
  };
}

/** How mail ends: a line under it. */
export const stopLine = (language: Locale, url: string): string => `${words[language].stop}: ${url}`;
