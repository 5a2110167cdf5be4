import { MAX_PARTY } from '@torilla/schema/events/limits';
import type { Locale } from '@torilla/schema/kernel/locale';
import type { RegisterForEventInput } from '../../../gql/events/own/graphql.ts';

/** A registration as it is typed. */
export interface RegistrationDraft {
  id: string;
  name: string;
  email: string;
  phone: string;
  party: string;
  needs: string;
}

/** The fields that can be wrong, in their order; the words are `events.register.wrong.<field>`. */
export type Field = 'name' | 'email' | 'phone' | 'party';

const isWrong: Record<Field, (draft: RegistrationDraft) => boolean> = {
  name: ({ name }) => !name.trim(),
  email: ({ email }) => Boolean(email.trim()) && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()),
  phone: ({ phone }) => Boolean(phone.trim()) && !/^\+?[0-9 ()-]{5,24}$/.test(phone.trim()),
  party: ({ party }) => !/^\d{1,2}$/.test(party.trim()) || Number(party) < 1 || Number(party) > MAX_PARTY,
};

/** The registration as the API takes it, or the fields that are wrong. The server judges again, by the contract. */
export function judge(draft: RegistrationDraft, eventId: string, language: Locale): { input: RegisterForEventInput } | { wrong: Field[] } {
  const wrong = (Object.keys(isWrong) as Field[]).filter((field) => isWrong[field](draft));
  if (wrong.length) return { wrong };
  const { id, name, email, phone, party, needs } = draft;
  return {
    input: {
      id,
      eventId,
      language,
      name: name.trim(),
      email: email.trim() || null,
      phone: phone.trim() || null,
      partySize: Number(party),
      needs: needs.trim() || null,
    },
  };
}
