import type { SetSupervisor } from '@torilla/schema/accessibility/accessibility';
import type { Feature } from '../../kernel/feature.ts';
import { anyone, onlySystem, policy, staff } from '../../kernel/policy.ts';
import { raw, visible } from '../../kernel/read/index.ts';
import { deleteFrom } from '../../kernel/retention.ts';
import { Barrier, Supervisor } from './accessibility.entity.ts';
import { AccessibilityResolver } from './accessibility.resolver.ts';

visible(Barrier, (_, actor) => (actor.has('ADMINISTRATOR') ? undefined : raw('false')));

/** A year from the answer: so long the city can show whoever supervises it that it answered, and in time. */
const ANSWERED_DAYS = 365;

/** Who supervises a Finnish city since 2025. */
const traficom: SetSupervisor = {
  name: {
    fi: 'Liikenne- ja viestintävirasto Traficom, Digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö',
    sv: 'Transport- och kommunikationsverket Traficom, Enheten för tillsyn över digital tillgänglighet',
    en: 'Finnish Transport and Communications Agency Traficom, Digital Accessibility Supervision Unit',
  },
  website: { fi: 'https://www.saavutettavuusvaatimukset.fi', sv: 'https://www.tillganglighetskrav.fi', en: 'https://www.webaccessibility.fi' },
  email: 'saavutettavuus@traficom.fi',
  phone: '029 534 5000',
};

/** What the law on digital services asks: a statement of what is accessible, and an answer to whoever meets a barrier. */
export const accessibility: Feature = {
  entities: [Barrier, Supervisor],
  resolvers: [AccessibilityResolver],
  policy: policy({
    'accessibility.report': anyone,
    'accessibility.read': staff(),
    'accessibility.answer': staff(),
    'accessibility.answer.mailed': onlySystem,
    'accessibility.supervisor.set': staff(),
  }),
  publicReads: ['accessibilityAssessment', 'supervisor'],
  private: ['Supervisor.one'],
  retention: [
    {
      key: 'barrier',
      of: ['Barrier'],
      ground: 'LEGAL_OBLIGATION',
      days: ANSWERED_DAYS,
      records: `select id, received_at as since, answered_at + interval '${ANSWERED_DAYS} days' as until from barrier`,
      purge: deleteFrom('barrier'),
      named: true,
    },
  ],
  impersonal: ['Supervisor'],
  seed: async ({ em }) => {
    em.create(Supervisor, { one: 1, ...traficom });
    await em.flush();
  },
};
