import { computed, ref } from 'vue';
import {
  AdminDevicesDocument,
  AdminOfferEnrolmentDocument,
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
export type DeviceKind = DeviceFacts['kind'];

const EVERY_MS = 15_000;

/** The city's tablets, or residents' own devices, the newest first; their last contact is asked again while in sight. */
export const useDevices = (kind: () => DeviceKind) =>
  usePages(
    AdminDevicesDocument,
    () => ({ kind: kind(), first: 50 }),
    (answer) => answer.devices,
    { pollMs: EVERY_MS },
  );

export const useRevoke = () => useWrite(AdminRevokeDeviceDocument);

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
  const left = computed(() => (offer.value ? Math.max(0, Math.ceil((Date.parse(offer.value.expiresAt) - now.value) / 1000)) : 0));
  return {
    ...write,
    offer,
    left,
    async make(name: string, eventId: string | null): Promise<void> {
      const answer = await run({ input: { name: name.trim(), ...(eventId && { eventId }) } });
      if (answer) offer.value = answer.offerEnrolment;
    },
    drop: () => {
      offer.value = null;
    },
  };
}
