import { ref } from 'vue';
import { useApollo } from '../../kernel/apollo.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';
import { endHere } from '../notifications/endHere.ts';
import { tellOfLeaving } from './leaving.ts';
import { leave } from './presence.ts';

/** Signing out: nothing of the resident stays readable on this device, and their session ends, at once or when the network is back. */
export function useSignOut() {
  const client = useApollo();
  const { outbox } = useOutbox();
  const busy = ref(false);
  // where nothing lasts there is nothing to wipe, and on the city's own tablet the drafts are its workers'
  const own = async () => {
    const box = await outbox.catch(() => null);
    return (await box?.device())?.enrolment?.kind === 'TABLET' ? null : box;
  };

  return {
    busy,
    /** Whether something is written here that nobody has sent: it goes as well. */
    leavesDraft: async (): Promise<boolean> => (await (await own())?.hasDrafts()) ?? false,
    async signOut(): Promise<void> {
      busy.value = true;
      try {
        // before anything that may fail
        leave();
        await Promise.all([client.clearStore(), own().then((box) => box?.wipeDrafts())]);
        await endHere(client).catch(() => undefined); // what the browser cannot forget now, its push service will
        void tellOfLeaving(client);
      } finally {
        busy.value = false;
      }
    },
  };
}
