/// <reference lib="webworker" />
import '../kernel/zodSettings.ts';
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { backgroundSync } from './backgroundSync.ts';
import { publicReads } from './publicReads.ts';
import { pushed } from './push.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

// the app itself, fonts included: opens without a network
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [
      /^\/graphql/,
      /^\/attachments/,
      /^\/tapahtumat\.ics/,
      /^\/healthz/,
      /^\/readyz/,
      /^\/metrics/,
      /^\/dev/,
      /^\/hallinta\/graphiql/,
      /^\/kirjaudu\/palvelin/,
      /^\/oma\/tunnistus/,
    ],
  }),
);

publicReads();
backgroundSync(self);
pushed(self);

// a newer worker waits until the reader says so: never under an open form
self.addEventListener('message', (event) => {
  if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
// the very first worker takes the page that installed it, so that the next load is already safe without a network
clientsClaim();
