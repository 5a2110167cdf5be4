import { unitRoles, type GrantedRole, type StaffRole } from '@torilla/schema/staff/staff';
import { computed, reactive, ref } from 'vue';
import { endOfDay } from './grants.ts';

/** A role that is being given: what, for whom in the city, until when; and what is wrong with it. */
export function useRoleDraft() {
  const draft = reactive<{ role: StaffRole; unit: string; until: string | null; untilWrong: boolean }>({
    role: 'WORKER',
    unit: '',
    until: null,
    untilWrong: false,
  });
  const tried = ref(false);
  const takesUnit = computed(() => unitRoles.includes(draft.role));
  const isPast = computed(() => draft.until !== null && Date.parse(endOfDay(draft.until)) <= Date.now());
  return {
    draft,
    takesUnit,
    untilFault: computed<'wrong' | 'past' | null>(() => {
      if (tried.value && draft.untilWrong) return 'wrong';
      return tried.value && isPast.value ? 'past' : null;
    }),
    /** The role as it is sent; null while something is wrong with it, which is then told. */
    take(): GrantedRole | null {
      tried.value = true;
      if (draft.untilWrong || isPast.value) return null;
      return { role: draft.role, unit: (takesUnit.value && draft.unit) || null, until: draft.until && endOfDay(draft.until) };
    },
    reset() {
      Object.assign(draft, { role: 'WORKER', unit: '', until: null, untilWrong: false });
      tried.value = false;
    },
  };
}

export type RoleDraft = ReturnType<typeof useRoleDraft>;
