import type { Recounted, RecountAsked } from './recount.worker.ts';

/** Counts a file in a worker, which ends with it. @throws when the worker breaks off */
export function countBeside(asked: RecountAsked): Promise<Recounted> {
  const worker = new Worker(new URL('./recount.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Recounted>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Recounted>) => resolve(data));
    worker.addEventListener('error', () => reject(new Error('The count broke off')));
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}
