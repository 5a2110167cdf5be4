import { ExpirationPlugin } from 'workbox-expiration';
import { registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';

const MOST = 120;
const DAYS = 30;
/** After this long a slow network is as good as none, if there is an older answer. */
const PATIENCE_SECONDS = 3;

const isPublic = (answer: Response) =>
  answer.ok && /(^|[\s,])public([\s,]|$)/.test(answer.headers.get('cache-control') ?? '') && !answer.headers.has('set-cookie');

/**
 * Keeps what the city answers to everybody alike, for reading without a network: persisted queries by GET, and of them only
 * those whose answer says `Cache-Control: public`. Anything about a person never says so, and is never kept. Nothing but GET
 * is touched at all: writes go past the worker.
 */
export function publicReads(): void {
  registerRoute(
    ({ url, request }) => url.origin === self.location.origin && url.pathname === '/graphql' && request.method === 'GET' && request.credentials === 'omit',
    new NetworkFirst({
      cacheName: 'torilla-public',
      networkTimeoutSeconds: PATIENCE_SECONDS,
      plugins: [
        { cacheWillUpdate: ({ response }) => Promise.resolve(isPublic(response) ? response : null) },
        new ExpirationPlugin({ maxEntries: MOST, maxAgeSeconds: DAYS * 86_400, purgeOnQuotaError: true }),
      ],
    }),
  );
}
