import { sql, type Sql } from '../../kernel/read/index.ts';
import type { Findable } from '../../kernel/search/index.ts';
import { Action, Measure } from './plan.entity.ts';

const isNumber = /^#?\d{1,4}$/;
const inForce = (plan: Sql): Sql => sql`${plan} = (select id from plan where state = 'IN_FORCE')`;
const pageOf = ({ ref }: { ref: string | null }): string => `/suunnitelma/${ref}`;
const deskOf = ({ ref }: { ref: string | null }): string => `/hallinta/suunnitelma/${ref}`;

/** What is found of the plan in force. */
export const finds: readonly Findable[] = [
  {
    kind: 'measure',
    name: { fi: 'Toimenpiteet', sv: 'Åtgärder', en: 'Measures' },
    entity: Measure,
    where: ({ own }) => inForce(own('plan')),
    title: 'title',
    words: 'purpose',
    exactly: (text, own) => (isNumber.test(text) ? sql`${own('number')} = ${Number(text.replace('#', ''))}::int` : undefined),
    ref: ({ own }) => own('number'),
    path: pageOf,
    staffPath: deskOf,
  },
  {
    kind: 'action',
    name: { fi: 'Toimet', sv: 'Insatser', en: 'Actions' },
    entity: Action,
    partOf: 'measure',
    where: ({ whole }) => inForce(whole('plan')),
    words: 'text',
    ref: ({ whole }) => whole('number'),
    path: pageOf,
    staffPath: deskOf,
  },
];
