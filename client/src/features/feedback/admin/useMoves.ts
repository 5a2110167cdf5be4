import { nextTick, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { useShortcuts } from '../../../kernel/useShortcuts.ts';
import { queryOf, type FeedbackFilter } from './filter.ts';
import type { FeedbackRow } from './useFeedback.ts';

interface Desk {
  rows: Readonly<Ref<FeedbackRow[] | undefined>>;
  current: () => string | null;
  filter: () => FeedbackFilter;
  /** Whether list and matter stand side by side: then moving opens. */
  wide: Readonly<Ref<boolean>>;
  more(): Promise<void>;
  search(): void;
  help(): void;
  choose(id: string): void;
}

const linkOf = (id: string) => document.querySelector<HTMLElement>(`[data-id="${id}"]`);

/** The desk by keyboard: J and K or the arrows move along the list, X chooses, / searches, ? tells the keys. Enter needs nothing: each row is a link. */
export function useMoves(desk: Desk): void {
  const router = useRouter();
  const focused = () => (document.activeElement as HTMLElement | null)?.dataset.id ?? null;

  async function move(step: 1 | -1): Promise<void> {
    const at = desk.rows.value?.findIndex(({ id }) => id === (focused() ?? desk.current())) ?? -1;
    const to = at < 0 ? 0 : at + step;
    if (desk.rows.value && to >= desk.rows.value.length) await desk.more();
    const next = desk.rows.value?.[to];
    if (!next) return;
    await nextTick();
    // at once, so that the next press goes on from here
    linkOf(next.id)?.focus();
    linkOf(next.id)?.scrollIntoView({ block: 'nearest' });
    if (desk.wide.value) await router.replace({ path: `/hallinta/palautteet/${next.id}`, query: queryOf(desk.filter()) });
  }
  // chosen, and on to the next: a run of presses chooses a run of rows
  const choose = () => {
    const at = focused() ?? desk.current();
    if (!at) return;
    desk.choose(at);
    void move(1);
  };
  const onward = () => void move(1);
  const back = () => void move(-1);
  // inside the matter the arrows scroll it, as anywhere
  const inList = (act: () => void) => (event: KeyboardEvent) => {
    const scroller = (event.target as HTMLElement).closest('.matter');
    if (scroller) scroller.querySelector('.body')?.scrollBy({ top: event.key === 'ArrowDown' ? 60 : -60 });
    else act();
  };
  useShortcuts({ j: onward, k: back, ArrowDown: inList(onward), ArrowUp: inList(back), '/': desk.search, '?': desk.help, x: choose });
}
