import { pupilsCode, seatCodes } from '@torilla/schema/budget/classCode';
import { newVoterCode, voterCodeHash } from '@torilla/schema/budget/code';
import { newId } from '@torilla/schema/kernel/newId';
import { computed, shallowRef } from 'vue';
import { AdminCodeBatchesDocument, AdminMakeCodesDocument, AdminVoidCodesDocument } from '../../../gql/budget/admin/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

/** The batches of codes of a round, the newest first. */
export function useCodeBatches(roundId: () => string) {
  const { data, ...read } = useRead(AdminCodeBatchesDocument, () => ({ roundId: roundId() }), { audience: 'staff' });
  return { batches: computed(() => data.value?.budgetCodeBatches), ...read };
}

const refetch = ['AdminCodeBatches'];
export const useVoidCodes = () => useWrite(AdminVoidCodesDocument, { refetch });

/** Makes codes in this browser, and tells the city their hashes. They are nowhere else than here and on the paper that is printed of them. */
export function useMakeCodes(roundId: () => string) {
  const { run, busy, problem } = useWrite(AdminMakeCodesDocument, { refetch });
  const codes = shallowRef<readonly string[]>([]);
  // sent once more after a lost answer they are the same batch
  let begun: { id: string; codes: readonly string[]; as: string } | null = null;

  /** `ofClass`: the seats of a class at school; then its teacher's code is all that is printed. */
  async function make(place: string, count: number, ofClass: boolean): Promise<void> {
    const as = `${count} ${place} ${ofClass}`;
    if (begun?.as !== as) begun = { id: newId(), codes: Array.from({ length: ofClass ? 1 : count }, newVoterCode), as };
    const { id, codes: made } = begun;
    const hashOf = (code: string) => voterCodeHash(roundId(), code);
    const [teachers] = made as [string];
    const hashes = await Promise.all((ofClass ? await seatCodes(teachers, count) : made).map(hashOf));
    const known = ofClass ? { teacherHash: await hashOf(teachers), pupilsHash: await hashOf(await pupilsCode(teachers)) } : null;
    if (!(await run({ input: { id, roundId: roundId(), place, hashes, class: known } }))) return;
    begun = null;
    codes.value = made;
  }
  return { codes, make, busy, problem };
}
