import { ref, type Ref } from 'vue';
import { FieldPackDocument } from '../../gql/devices/graphql.ts';
import { useApollo } from '../../kernel/apollo.ts';
import { StorageError } from '../../kernel/database.ts';
import { problemOf, type Problem } from '../../kernel/problem.ts';
import { useBusyGuard } from '../../kernel/useBusyGuard.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';
import { NotDelivered } from '../../outbox/transport.ts';
import { PackProblem } from './fieldPack.ts';
import { installPack, readPack } from './installPack.ts';
import { useField } from './useField.ts';

/** Why a pack was not taken. */
export type PackFault = PackProblem['code'] | 'pack-unsaved' | Problem['code'];

function faultOf(error: unknown): PackFault {
  if (error instanceof PackProblem) return error.code;
  if (error instanceof StorageError) return 'pack-unsaved';
  return error instanceof NotDelivered ? (error.problem ?? 'offline') : problemOf(error).code;
}

/** Takes an event's pack to this tablet and sets the tablet to it. Without a network the pack that is here serves. */
export function usePack() {
  const client = useApollo();
  const field = useField();
  const { outbox } = useOutbox();
  const busy = ref<string | null>(null);
  const fault: Ref<PackFault | null> = ref(null);
  useBusyGuard(() => busy.value !== null);

  const ask = async (eventId: string) => {
    // never from the cache: a pack is what the city says now
    const { data } = await client.query({ query: FieldPackDocument, variables: { eventId }, fetchPolicy: 'no-cache', context: { audience: 'public' } });
    return data;
  };

  // only a tablet of the city is told; the pack is fetched anew when it becomes one
  const askRoster = async (eventId: string) => {
    const box = await outbox;
    return (await box.device()).enrolment?.kind === 'TABLET' ? box.roster(eventId) : [];
  };

  async function takeKept(eventId: string): Promise<boolean> {
    const kept = await readPack(eventId);
    if (kept) await field.goTo(kept);
    return kept !== null;
  }

  /** @returns whether the tablet is set to the event now, with a pack old or new */
  async function take(eventId: string): Promise<boolean> {
    if (busy.value) return false;
    busy.value = eventId;
    fault.value = null;
    try {
      await field.goTo(
        await installPack(
          () => ask(eventId),
          () => askRoster(eventId),
        ),
      );
      return true;
    } catch (error) {
      fault.value = faultOf(error);
      // that something went wrong is told already
      return await takeKept(eventId).catch(() => false);
    } finally {
      busy.value = null;
    }
  }
  return { busy, fault, take };
}
