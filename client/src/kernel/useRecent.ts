import { formatAgo, formatBytes, formatLength, formatRecent } from './recent.ts';
import { useLocale } from './useLocale.ts';
import { useNow } from './useNow.ts';

/** What is told by its distance from now, in the reader's language; grows older in sight. */
export function useRecent() {
  const { locale } = useLocale();
  const now = useNow();
  return {
    ago: (at: string) => formatAgo(new Date(at), new Date(now.value), locale.value),
    recent: (at: string) => formatRecent(new Date(at), new Date(now.value), locale.value),
    /** From milliseconds. */
    length: (ms: number) => formatLength(ms, locale.value),
    bytes: (count: string | number) => formatBytes(Number(count), locale.value),
  };
}
