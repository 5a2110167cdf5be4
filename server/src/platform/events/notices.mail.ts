import { pick, type Locale } from '@torilla/schema/kernel/locale';
import type { Letter } from '../../kernel/teller.ts';
import type { Event } from './events.entity.ts';
import type { NoticeKind, Registration } from './registration.entity.ts';
import { writtenSpan } from './when.ts';

interface Words {
  subject: (title: string) => string;
  says: string;
}

/** Whoever waits for a place is told something else than whoever has one. */
type Told = NoticeKind | 'WAITING';

const words: Record<Locale, Record<Told, Words> & { before: string; reason: string; link: string; greeting: (name: string) => string; city: string }> = {
  fi: {
    REGISTERED: { subject: (title) => `Olet ilmoittautunut: ${title}`, says: 'ilmoittautumisesi on tallessa ja sinulla on paikka. Tervetuloa!' },
    WAITING: {
      subject: (title) => `Olet varasijalla: ${title}`,
      says: 'tapahtuma on täynnä, joten olet varasijalla. Kun paikka vapautuu, saat siitä viestin.',
    },
    PLACE_FREE: {
      subject: (title) => `Sait paikan: ${title}`,
      says: 'paikka vapautui, ja se on nyt sinun. Tervetuloa! Jos et pääsekään, peru, niin paikka siirtyy seuraavalle.',
    },
    MOVED: {
      subject: (title) => `Siirretty: ${title}`,
      says: 'tapahtuma, johon ilmoittauduit, on siirretty. Ilmoittautumisesi on yhä voimassa. Jos uusi aika ei sovi, peru se.',
    },
    CANCELLED: { subject: (title) => `Peruttu: ${title}`, says: 'tapahtuma, johon ilmoittauduit, on valitettavasti peruttu.' },
    before: 'Aiemmin',
    reason: 'Syy',
    greeting: (name) => `Hei ${name},`,
    link: 'Katso tai peru ilmoittautumisesi koodilla',
    city: 'Haminan kaupunki',
  },
  sv: {
    REGISTERED: { subject: (title) => `Du är anmäld: ${title}`, says: 'din anmälan har sparats och du har en plats. Välkommen!' },
    WAITING: {
      subject: (title) => `Du står på väntelistan: ${title}`,
      says: 'evenemanget är fullt, så du står på väntelistan. När en plats blir ledig får du ett meddelande.',
    },
    PLACE_FREE: {
      subject: (title) => `Du fick en plats: ${title}`,
      says: 'en plats blev ledig, och den är nu din. Välkommen! Om du ändå inte kan komma, avboka, så går platsen till nästa.',
    },
    MOVED: {
      subject: (title) => `Flyttat: ${title}`,
      says: 'evenemanget som du anmälde dig till har flyttats. Din anmälan gäller fortfarande. Om den nya tiden inte passar, avboka.',
    },
    CANCELLED: { subject: (title) => `Inställt: ${title}`, says: 'evenemanget som du anmälde dig till har tyvärr ställts in.' },
    before: 'Tidigare',
    reason: 'Orsak',
    greeting: (name) => `Hej ${name},`,
    link: 'Se eller avboka din anmälan med koden',
    city: 'Fredrikshamns stad',
  },
  en: {
    REGISTERED: { subject: (title) => `You are registered: ${title}`, says: 'your registration is saved and you have a place. Welcome!' },
    WAITING: {
      subject: (title) => `You are on the waiting list: ${title}`,
      says: 'the event is full, so you are on the waiting list. When a place becomes free, we will write to you.',
    },
    PLACE_FREE: {
      subject: (title) => `You have a place: ${title}`,
      says: 'a place became free, and it is now yours. Welcome! If you cannot come after all, cancel, and the place goes to the next.',
    },
    MOVED: {
      subject: (title) => `Moved: ${title}`,
      says: 'the event for which you registered has been moved. Your registration still holds. If the new time does not suit you, cancel it.',
    },
    CANCELLED: { subject: (title) => `Cancelled: ${title}`, says: 'the event for which you registered has unfortunately been cancelled.' },
    before: 'Before',
    reason: 'Reason',
    greeting: (name) => `Hello ${name},`,
    link: 'See or cancel your registration with the code',
    city: 'City of Hamina',
  },
};

const toldOf = (kind: NoticeKind, { state }: Registration): Told => (kind === 'REGISTERED' && state === 'WAITLIST' ? 'WAITING' : kind);

function movedFrom({ movedFromStartsAt, movedFromEndsAt, movedFromPlace }: Event, language: Locale): string {
  const at = { startsAt: movedFromStartsAt!, endsAt: movedFromEndsAt! };
  return `${words[language].before}: ${writtenSpan(at, language)}, ${pick(movedFromPlace!.unwrap().name, language)}`;
}

/** What somebody who registered is told, in their language; null where they have taken their address back. The code stands behind the `#`, where no server sees it. */
export function noticeMail(registration: Registration, kind: NoticeKind, publicUrl: string): Letter | null {
  if (!registration.email) return null;
  const { language, name, code } = registration;
  const event = registration.event.unwrap();
  const says = words[language];
  const { subject, says: said } = says[toldOf(kind, registration)];
  const title = pick(event.title, language);
  const about = [title, writtenSpan(event, language), pick(event.place.unwrap().name, language)].join('\n');
  const before = kind === 'MOVED' ? [movedFrom(event, language)] : [];
  const reason = kind === 'CANCELLED' && event.cancelReason ? [`${says.reason}: ${pick(event.cancelReason, language)}`] : [];
  const text = [says.greeting(name), said, about, ...before, ...reason, `${says.link} ${code}:\n${publicUrl}/ilmoittautuminen#${code}`, says.city].join('\n\n');
  return { to: registration.email, language, subject: subject(title), text };
}
