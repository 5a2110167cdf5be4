import { exportPath, type ExportFormat } from '@torilla/schema/feedback/exportFormats';
import type { GivenReason } from '@torilla/schema/views/views';
import { onScopeDispose, ref, shallowRef } from 'vue';
import type { Problem } from '../../../../kernel/problem.ts';
import { problemIn } from '../../../../kernel/problemIn.ts';
import { saveBlob } from '../../../../kernel/saveAsFile.ts';
import { useBusyGuard } from '../../../../kernel/useBusyGuard.ts';
import { useLocale } from '../../../../kernel/useLocale.ts';
import { inputOf, type FeedbackFilter } from '../filter.ts';

/** Why a file did not come: the city said no, or it broke off on the way. */
export type ExportFault = { kind: 'refused'; problem: Problem } | { kind: 'broken' };

/** Takes feedback along as a file. It is saved when all of it has come, and never the half. */
export function useExport() {
  const { locale } = useLocale();
  const busy = ref(false);
  const received = ref(0);
  const fault = shallowRef<ExportFault | null>(null);
  let abort: AbortController | null = null;
  useBusyGuard(busy);
  onScopeDispose(() => abort?.abort());

  /** @returns whether the file has been saved */
  async function run(format: ExportFormat, filter: FeedbackFilter, contacts: GivenReason | null): Promise<boolean> {
    if (busy.value) return false;
    abort = new AbortController();
    busy.value = true;
    received.value = 0;
    fault.value = null;
    try {
      const response = await fetch(exportPath(format), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ filter: inputOf(filter), language: locale.value, contacts }),
        signal: abort.signal,
      });
      if (!response.ok || !response.body) {
        fault.value = { kind: 'refused', problem: await problemIn(response) };
        return false;
      }
      const counted = response.body.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform(chunk, controller) {
            received.value += chunk.byteLength;
            controller.enqueue(chunk);
          },
        }),
      );
      // the browser lays what is large on its disk
      const blob = await new Response(counted, { headers: { 'content-type': response.headers.get('content-type') ?? '' } }).blob();
      saveBlob(/filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? `palautteet.${format}`, blob);
      return true;
    } catch {
      if (!abort.signal.aborted) fault.value = { kind: 'broken' };
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, received, fault, run, stop: () => abort?.abort() };
}
