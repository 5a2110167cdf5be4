import type { Locale } from '@torilla/schema/kernel/locale';

/** Whether this browser can be told: it cannot at all, only once the app is on the home screen (iOS), its owner has forbidden it, or it can. */
export type PushAbility = 'UNSUPPORTED' | 'INSTALL' | 'DENIED' | 'ABLE';

/** A browser as the city needs it. */
export interface NamedBrowser {
  endpoint: string;
  p256dh: string;
  auth: string;
  language: Locale;
}

const PATIENCE_MS = 4000;

const isIos = (): boolean => /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.platform === 'MacIntel' && navigator.maxTouchPoints > 1);

export function pushAbility(): PushAbility {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return isIos() && !matchMedia('(display-mode: standalone)').matches ? 'INSTALL' : 'UNSUPPORTED';
  return Notification.permission === 'denied' ? 'DENIED' : 'ABLE';
}

// the worker is installed once the page has nothing better to do; where it is refused it never is
const registration = (): Promise<ServiceWorkerRegistration | null> =>
  Promise.race([
    navigator.serviceWorker.ready,
    new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), PATIENCE_MS);
    }),
  ]);

/** Where this browser is told now; null where it is not. */
export async function currentEndpoint(): Promise<string | null> {
  if (pushAbility() !== 'ABLE' || Notification.permission !== 'granted') return null;
  return (await (await registration())?.pushManager.getSubscription())?.endpoint ?? null;
}

/**
 * Asks the owner, and then the browser's push service. Must begin in a press of theirs.
 * @returns null when they said no
 * @throws when the push service does not answer
 */
export async function nameBrowser(publicKey: string, language: Locale): Promise<NamedBrowser | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const worker = await registration();
  if (!worker) throw new Error('there is no service worker');
  const known = await worker.pushManager.getSubscription();
  // named under another key of the city's it would never be told
  if (known && encoded(known.options.applicationServerKey) !== publicKey) await known.unsubscribe();
  const { endpoint, keys } = (await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })).toJSON();
  return { endpoint: endpoint!, p256dh: keys!['p256dh']!, auth: keys!['auth']!, language };
}

/** Has the browser forget it: nobody tells it any more. */
export async function forgetBrowser(): Promise<void> {
  await (await (await registration())?.pushManager.getSubscription())?.unsubscribe();
}

const encoded = (bytes: ArrayBuffer | null): string =>
  bytes
    ? btoa(String.fromCodePoint(...new Uint8Array(bytes)))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '')
    : '';
