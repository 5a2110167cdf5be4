import { computed, onMounted, ref, shallowRef, watch } from 'vue';
import { keptOfflineAt } from '../../kernel/keptOffline.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';
import type { ReadinessCheck } from '../../outbox/readiness.ts';
import { readPack } from './installPack.ts';
import { useField } from './useField.ts';

/** One line of the check before leaving for the square. */
export interface ReadyLine {
  name: ReadinessCheck['name'] | 'pack' | 'worker' | 'offline' | 'installed';
  ok: boolean;
  /** Without it nobody should leave; the others are good to have. */
  must: boolean;
  found: ReadinessCheck['found'];
}

/** Good to have: a browser that makes no promise still stores, and a wrong clock is put right by the city. */
const advice: ReadonlySet<ReadyLine['name']> = new Set(['persisted', 'clock', 'installed', 'room']);
const line = (name: ReadyLine['name'], ok: boolean, found: ReadyLine['found'] = null): ReadyLine => ({ name, ok, must: !advice.has(name), found });

const opensOffline = async () => {
  const registration = await (navigator.serviceWorker as ServiceWorkerContainer | undefined)?.getRegistration();
  return Boolean(registration?.active);
};
const isInstalled = () => ['standalone', 'fullscreen', 'minimal-ui'].some((mode) => matchMedia(`(display-mode: ${mode})`).matches);

/** Whether this tablet can be taken where there is no network, point by point, and what mends a point. */
export function useReadiness() {
  const { outbox } = useOutbox();
  const field = useField();
  const lines = shallowRef<ReadyLine[]>([]);
  const busy = ref(true);
  const unavailable = ref(false);

  async function look(): Promise<void> {
    busy.value = true;
    unavailable.value = false;
    try {
      await field.ready();
      const checks = await (await outbox).readiness();
      const eventId = field.pack.value?.event.id;
      const pack = eventId ? await readPack(eventId).catch(() => null) : null;
      lines.value = [
        line('pack', pack !== null, pack?.installedAt ?? null),
        // residents have a kiosk to themselves
        ...(field.kiosk.value ? [] : [line('worker', field.worker.value !== null, field.worker.value?.displayName ?? null)]),
        ...checks.map(({ name, ok, found }) => line(name, ok, found)),
        line('offline', (await opensOffline()) && keptOfflineAt.value !== null, keptOfflineAt.value),
        line('installed', isInstalled()),
      ];
      // whoever prepares the day sees it from afar; where it cannot be kept, the check says why
      if (eventId) await noteReady(eventId).catch(() => undefined);
    } catch {
      unavailable.value = true;
    } finally {
      busy.value = false;
    }
  }

  const noteReady = async (eventId: string) =>
    (await outbox).noteReady(
      eventId,
      lines.value.filter(({ ok, must }) => !ok && must).map(({ name }) => name),
    );

  /** Does what the app itself can do about a point, and looks again. */
  async function mend(name: ReadyLine['name']): Promise<void> {
    const box = await outbox;
    if (name === 'persisted') await (navigator.storage as StorageManager | undefined)?.persist?.().catch(() => false);
    else if (name === 'city-key' || name === 'sealing') await box.refreshCityKey().catch(() => undefined);
    else if (name === 'clock') await box.drain({ report: true }).catch(() => undefined);
    else if (name === 'offline') return location.reload();
    await look();
  }

  onMounted(look);
  // what is read without a network may still be on its way
  watch(keptOfflineAt, look);
  return { lines, busy, unavailable, ready: computed(() => lines.value.length > 0 && lines.value.every(({ ok, must }) => ok || !must)), look, mend };
}
