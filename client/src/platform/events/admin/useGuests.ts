import { computed, ref, shallowRef } from 'vue';
import { AdminCheckInDocument, AdminOpenGuestsDocument, AdminUndoCheckInDocument, type GuestFragment } from '../../../gql/events/admin/graphql.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

export type Guest = GuestFragment;

/** Who comes to an event: opened by a press that is written down, kept while the page is open, and checked in one by one. */
export function useGuests(eventId: () => string) {
  const opening = useWrite(AdminOpenGuestsDocument, { secret: true });
  const refetch = ['AdminEvent'];
  const checking = useWrite(AdminCheckInDocument, { secret: true, refetch });
  const undoing = useWrite(AdminUndoCheckInDocument, { secret: true, refetch });
  const guests = shallowRef<readonly Guest[] | null>(null);
  const find = ref('');
  const shown = computed(() => {
    const wanted = find.value.trim().toLocaleLowerCase('fi');
    const found = guests.value?.filter(({ name }) => name.toLocaleLowerCase('fi').includes(wanted)) ?? [];
    return found.toSorted((a, b) => a.name.localeCompare(b.name, 'fi'));
  });
  const put = (guest: Guest | null | undefined) => {
    if (guest) guests.value = [...(guests.value?.filter(({ id }) => id !== guest.id) ?? []), guest];
    return guest ?? null;
  };

  async function open(): Promise<void> {
    const all: Guest[] = [];
    for (let after: string | null = null; ;) {
      const page: { nodes: Guest[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } } | undefined = (
        await opening.run({ eventId: eventId(), after })
      )?.openGuests;
      if (!page) return;
      all.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor ?? null;
    }
    guests.value = all;
  }
  return {
    guests,
    find,
    shown,
    open,
    opening,
    checking,
    undoing,
    /** By a press or by the code that they show. Answers who it was. */
    checkIn: async (who: { registrationId: string } | { code: string }) => put((await checking.run({ input: { eventId: eventId(), ...who } }))?.checkIn),
    undo: async (id: string) => put((await undoing.run({ id }))?.undoCheckIn),
  };
}
