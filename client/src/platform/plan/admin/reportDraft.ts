import type { ActionState } from '@torilla/schema/plan/plan';
import type { ReportActionInput } from '../../../gql/plan/admin/graphql.ts';

/** A report while it is written. */
export interface ReportDraft {
  id: string;
  note: { fi: string; sv: string; en: string };
  day: string | null;
  /** Empty for a note that says nothing of the state. */
  state: string;
  firm: boolean;
}

/** What keeps a report from being published; its sentence is `plan.desk.missing.<fault>`. */
export type ReportFault = 'note' | 'day' | 'toCome' | 'state';

export interface Judged {
  input: ReportActionInput | null;
  faults: Partial<Record<'note' | 'day' | 'state', ReportFault>>;
}

export const emptyDraft = (id: string, today: string): ReportDraft => ({ id, note: { fi: '', sv: '', en: '' }, day: today, state: '', firm: false });

/** What is sent for a draft, or what is missing from it. */
export function judge(actionId: string, { id, note, day, state, firm }: ReportDraft, today: string): Judged {
  const faults: Judged['faults'] = {
    ...(!note.fi.trim() && { note: 'note' }),
    ...(!day ? { day: 'day' } : day > today && { day: 'toCome' }),
    ...(firm && !state && { state: 'state' }),
  };
  if (Object.keys(faults).length || !day) return { input: null, faults };
  const said = { fi: note.fi.trim(), ...(note.sv.trim() && { sv: note.sv.trim() }), ...(note.en.trim() && { en: note.en.trim() }) };
  return { input: { id, actionId, day, note: said, state: (state || null) as ActionState | null, firm }, faults };
}
