/** What the city says to this browser. It is sealed on the way, and holds no word of anybody's: where it leads, the words are read. */
interface Told {
  title: string;
  body: string;
  language: string;
  path: string;
  /** The same for one that comes twice, which then stands once. */
  tag: string;
}

/** Browsers want to show something for everything that comes, also for what cannot be read. */
const UNREADABLE: Told = { title: 'Torilla', body: '', language: 'fi', path: '/', tag: 'torilla' };

const toldBy = (data: PushMessageData | null): Told => {
  try {
    return { ...UNREADABLE, ...(data?.json() as Partial<Told>) };
  } catch {
    return UNREADABLE;
  }
};

// a path of this app, and no other place
const inApp = (path: unknown): string => {
  const url = new URL(typeof path === 'string' ? path : '/', self.location.origin);
  return url.origin === self.location.origin ? url.href : self.location.origin;
};

/** Shows what the city tells, and opens where it leads: in a window that is there, or a new one. */
export function pushed(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('push', (event) => {
    const { title, body, language, path, tag } = toldBy(event.data);
    event.waitUntil(worker.registration.showNotification(title, { body, lang: language, tag, icon: '/icon-192.png', badge: '/icon-192.png', data: { path } }));
  });
  worker.addEventListener('notificationclick', (event) => {
    const { notification } = event;
    notification.close();
    event.waitUntil(open(worker, inApp((notification.data as { path?: unknown } | null)?.path)));
  });
}

// a window with something half written in it is not led away: it gets a neighbour
async function open({ clients }: ServiceWorkerGlobalScope, href: string): Promise<void> {
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = windows.find(({ url }) => url === href);
  await (there ? there.focus() : clients.openWindow(href));
}
