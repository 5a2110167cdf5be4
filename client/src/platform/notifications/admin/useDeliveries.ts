import type { DeliveryResult } from '@torilla/schema/notifications/kinds';
import { computed } from 'vue';
import { AdminChannelsDocument, AdminDeliveriesDocument, AdminSendTestDocument, type DeliveryRowFragment } from '../../../gql/notifications/admin/graphql.ts';
import type { Tone } from '../../../kernel/ui/tone.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

export type Delivery = DeliveryRowFragment;

/** The log of deliveries, the newest first. */
export const useDeliveries = (result: () => DeliveryResult | null) =>
  usePages(
    AdminDeliveriesDocument,
    () => ({ result: result(), first: 20 }),
    (answer) => answer.deliveries,
  );

/** By which channels people are told here, and how it went in the last seven days. */
export function useChannels() {
  const { data, ...read } = useRead(AdminChannelsDocument, {}, { audience: 'staff' });
  return { ...read, channels: computed(() => data.value?.notificationChannels), counts: computed(() => data.value?.deliveryCounts ?? []) };
}

/** A test to oneself, and how it went. */
export const useTest = () => useWrite(AdminSendTestDocument, { refetch: ['AdminDeliveries', 'AdminChannels'] });

export const toneOf: Record<DeliveryResult, Tone> = {
  WAITING: 'ochre',
  SENT: 'moss',
  REFUSED: 'brick',
  GONE: 'neutral',
  GIVEN_UP: 'brick',
  WITHDRAWN: 'neutral',
};
