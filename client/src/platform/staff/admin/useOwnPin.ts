import { computed } from 'vue';
import { OwnPinDocument, SetOwnPinDocument } from '../../../gql/staff/admin/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

/** One's own PIN for shared tablets: whether there is one, and setting it. */
export function useOwnPin() {
  const { data, again, ...read } = useRead(OwnPinDocument, {}, { audience: 'staff' });
  const { run, busy, problem } = useWrite(SetOwnPinDocument);
  async function set(pin: string | null): Promise<boolean> {
    const done = (await run({ input: { pin } })) !== null;
    if (done) again();
    return done;
  }
  return { has: computed(() => data.value?.hasPin), read, again, set, busy, problem };
}
