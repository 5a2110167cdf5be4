import { readonly, ref } from 'vue';
import type { Workbox } from 'workbox-window';

const waiting = ref(false);
let workbox: Workbox | undefined;

/**
 * Installs the service worker once the page has nothing better to do, and tells when a newer one waits.
 * `whenInCharge` is called when a worker answers for this page, and told whether it is the first that ever did.
 */
export function startWorker(whenInCharge: (first: boolean) => void): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const register = async () => {
    const { Workbox } = await import('workbox-window');
    workbox = new Workbox('/sw.js');
    workbox.addEventListener('waiting', () => {
      waiting.value = true;
    });
    workbox.addEventListener('controlling', (event) => {
      if (event.isUpdate) location.reload();
      else whenInCharge(true);
    });
    if (navigator.serviceWorker.controller) whenInCharge(false);
    // where workers are refused the app still works, only not without a network
    await workbox.register().catch(() => undefined);
  };
  const whenIdle = () => setTimeout(() => void register(), 1500);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}

/** Whether a newer version waits, and the verb that takes it into use: the page then loads again. */
export const useUpdate = () => ({ waiting: readonly(waiting), update: () => workbox?.messageSkipWaiting() });
