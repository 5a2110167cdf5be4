import { computed, ref, type Ref } from 'vue';
import { FieldMeDocument, OfferEnrolmentDocument } from '../../gql/devices/graphql.ts';
import type { Problem } from '../../kernel/problem.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';
import type { Enrolment } from '../../outbox/meta.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';

/** Why the tablet was not enrolled: the city's own words, or a code that cannot be one. */
export type EnrolFault = Problem['code'] | 'code-shape' | 'not-the-city';

const faultOf = (error: unknown): EnrolFault => {
  const { problem, fault, issues } = error as { problem?: Problem['code'] | null; fault?: string; issues?: unknown };
  if (issues) return 'code-shape';
  if (problem) return problem;
  return fault === 'no-answer' ? 'offline' : fault === 'not-the-city' ? 'not-the-city' : 'internal';
};

/** Makes this device a tablet of the city: with a code that a colleague gave, or in one tap by staff who are signed in here. */
export function useEnrolment() {
  const { outbox, status } = useOutbox();
  const { data } = useRead(FieldMeDocument, {}, { audience: 'staff' });
  const offer = useWrite(OfferEnrolmentDocument);
  const busy = ref(false);
  const fault: Ref<EnrolFault | null> = ref(null);
  const tablet = computed(() => (status.value.enrolment?.kind === 'TABLET' ? status.value.enrolment : null));

  /** @returns what the city knows the device as now; null when it failed */
  async function enrol(code: string): Promise<Enrolment | null> {
    busy.value = true;
    fault.value = null;
    try {
      return await (await outbox).enrolTablet(code);
    } catch (error) {
      fault.value = faultOf(error);
      return null;
    } finally {
      busy.value = false;
    }
  }
  async function enrolAs(name: string): Promise<Enrolment | null> {
    fault.value = null;
    const offered = await offer.run({ input: { name } });
    if (offered) return enrol(offered.offerEnrolment.code);
    fault.value = offer.problem.value?.code ?? 'internal';
    return null;
  }
  return {
    me: computed(() => data.value?.me ?? null),
    tablet,
    problem: computed(() => status.value.problem),
    restored: computed(() => status.value.restored),
    busy,
    fault,
    enrol,
    enrolAs,
  };
}
