import { computed, ref } from 'vue';
import {
  AdminDevicesDocument,
  AdminOfferEnrolmentDocument,
  AdminRenameDeviceDocument,
  AdminRetireDeviceDocument,
  AdminRevokeDeviceDocument,
  AdminTabletEventsDocument,
  type AdminOfferEnrolmentMutation,
  type DeviceListedFragment,
} from '../../../gql/devices/admin/graphql.ts';
import { useNow } from '../../../kernel/useNow.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

/** A device as lists show it. */
export type DeviceFacts = DeviceListedFragment;
export type DeviceRole = NonNullable<DeviceFacts['role']>;
/** Which list: the city's tablets, those that have done their work, or residents' own devices. */
export const deviceLists = ['TABLET', 'RETIRED', 'PUBLIC'] as const;
export type DeviceList = (typeof deviceLists)[number];

const EVERY_MS = 15_000;

/** The devices of a list, the newest first; their last contact is asked again while in sight. */
export const useDevices = (list: () => DeviceList) =>
  usePages(
    AdminDevicesDocument,
    () => ({ kind: list() === 'PUBLIC' ? ('PUBLIC' as const) : ('TABLET' as const), retired: list() === 'RETIRED', first: 50 }),
    (answer) => answer.devices,
    { pollMs: EVERY_MS },
  );

export const useRevoke = () => useWrite(AdminRevokeDeviceDocument);
export const useRename = () => useWrite(AdminRenameDeviceDocument);

/** Takes a tablet out of use. What the city lacks of it is told first, and is given up by doing it again. */
export function useRetire() {
  const { run, problem, busy } = useWrite(AdminRetireDeviceDocument, { refetch: ['AdminDevices'] });
  const lacking = computed(() => {
    const { code, facts } = problem.value ?? {};
    return code === 'device-not-empty' ? { count: Number(facts?.['lacking']), numbers: facts?.['numbers'] as readonly string[] } : null;
  });
  return { busy, problem, lacking, retire: async (id: string) => (await run({ input: { id, lacking: lacking.value?.count ?? 0 } })) !== null };
}

/** The events that have not ended, for a new tablet to be for. */
export function useTabletEvents() {
  const from = new Date().toISOString();
  const { data } = useRead(AdminTabletEventsDocument, { filter: { from } }, { audience: 'staff' });
  return computed(() => data.value?.events.nodes ?? []);
}

/** A one-use code for a new tablet, and how long it is good for. */
export function useOffer() {
  const { run, ...write } = useWrite(AdminOfferEnrolmentDocument);
  const offer = ref<AdminOfferEnrolmentMutation['offerEnrolment'] | null>(null);
  const now = useNow(1000);
  const left = computed(() => (offer.value ? Math.max(0, Math.floor((Date.parse(offer.value.expiresAt) - now.value) / 1000)) : 0));
  return {
    ...write,
    offer,
    left,
    async make(name: string, role: DeviceRole, eventId: string | null): Promise<void> {
      const answer = await run({ input: { name: name.trim(), role, ...(eventId && { eventId }) } });
      if (answer) offer.value = answer.offerEnrolment;
    },
    drop: () => {
      offer.value = null;
    },
  };
}
