import type { Findable } from '../../kernel/search/index.ts';
import { Notice } from './notices.entity.ts';

/** The pages on which notices are read. */
const pages: Readonly<Record<string, string>> = {
  FEEDBACK: '/tietosuoja/palautteet',
  DEVICES: '/tietosuoja/laitteet',
  STAFF: '/tietosuoja/henkilosto',
  ACCOUNTS: '/tietosuoja/tilit',
  EVENTS: '/tietosuoja/tapahtumat',
  ACCESSIBILITY: '/saavutettavuus',
};
const pageOf = ({ id }: { id: string }): string | null => pages[id] ?? null;

/** What is found of what the city must tell. */
export const finds: readonly Findable[] = [
  {
    kind: 'notice',
    name: { fi: 'Selosteet', sv: 'Beskrivningar', en: 'Notices' },
    entity: Notice,
    title: 'title',
    words: 'text',
    path: pageOf,
    staffPath: pageOf,
  },
];
