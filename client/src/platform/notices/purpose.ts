import { noticePurposes, privacyPurposes } from '@torilla/schema/notices/purposes';

export type Purpose = (typeof noticePurposes)[number];

/** The addresses of the notices: `/tietosuoja/palautteet`. */
const slugs: Record<Purpose, string> = {
  FEEDBACK: 'palautteet',
  DEVICES: 'laitteet',
  STAFF: 'henkilosto',
  ACCOUNTS: 'tilit',
  EVENTS: 'tapahtumat',
  ACCESSIBILITY: 'saavutettavuus',
};

export const slugOf = (purpose: Purpose): string => slugs[purpose];

/** The purpose at an address; of all notices, or of those about personal data. */
export const purposeAt = (slug: string, among: readonly Purpose[] = noticePurposes): Purpose | null => among.find((purpose) => slugs[purpose] === slug) ?? null;

/** The page on which a notice is read. */
export const pageOf = (purpose: Purpose): string => (purpose === 'ACCESSIBILITY' ? '/saavutettavuus' : `/tietosuoja/${slugs[purpose]}`);

export const isPrivacy = (purpose: Purpose): boolean => (privacyPurposes as readonly Purpose[]).includes(purpose);
