import type { Page } from '@playwright/test';

/** Everything that the browser keeps for the site, as text: every database, every cache, both storages, the page itself and its place in the history. */
export const dump = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const seen: string[] = [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify(history.state),
      document.documentElement.outerHTML,
    ];
    const plain = (value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
      if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
      if (value instanceof CryptoKey) return `key ${value.algorithm.name} ${value.extractable}`;
      if (Array.isArray(value)) return value.map(plain);
      if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
      return value;
    };
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name!);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        seen.push(`${name}/${store} ${JSON.stringify(plain(rows))}`);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) seen.push(request.url, await (await cache.match(request))!.clone().text());
    }
    return seen.join('\n');
  });
