import { computed } from 'vue';
import {
  AdminClearPinDocument,
  AdminEndGrantDocument,
  AdminGrantRoleDocument,
  AdminInviteStaffDocument,
  AdminRenameStaffDocument,
  AdminStaffDocument,
  AdminUnitsDocument,
  AdminWithdrawAccessDocument,
  type GrantListedFragment,
  type StaffFilterInput,
  type StaffListedFragment,
} from '../../../gql/staff/admin/graphql.ts';
import { usePick } from '../../../kernel/useLocale.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

export type StaffFacts = StaffListedFragment;
export type GrantFacts = GrantListedFragment;

const EVERY_MS = 20_000;
const refetch = ['AdminStaff'];

/** Who works for the city, by name; asked again while in sight, for another administrator may be at work too. */
export const useStaffPages = (filter: () => StaffFilterInput) =>
  usePages(
    AdminStaffDocument,
    () => ({ filter: filter(), first: 25 }),
    (answer) => answer.staffPage,
    { pollMs: EVERY_MS },
  );

/** The city's units, as choices in the reader's language. */
export function useUnits() {
  const { data } = useRead(AdminUnitsDocument, {}, { audience: 'staff' });
  const { pick } = usePick();
  return computed(() => (data.value?.units ?? []).map(({ key, name }) => ({ value: key, label: pick(name) })).sort((a, b) => a.label.localeCompare(b.label)));
}

export const useInvite = () => useWrite(AdminInviteStaffDocument, { refetch });
export const useGrant = () => useWrite(AdminGrantRoleDocument, { refetch });
export const useEndGrant = () => useWrite(AdminEndGrantDocument, { refetch });
export const useWithdraw = () => useWrite(AdminWithdrawAccessDocument, { refetch });
export const useRename = () => useWrite(AdminRenameStaffDocument, { refetch });
export const useClearPin = () => useWrite(AdminClearPinDocument);
