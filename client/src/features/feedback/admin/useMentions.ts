import { computed, nextTick, ref, watch, type Ref } from 'vue';
import { AdminFeedbackReadersDocument } from '../../../gql/feedback/admin/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useMe } from '../../../platform/staff/useMe.ts';
import { nameBefore, offered, type Person } from './mentions.ts';

/** Whom a note about a piece of feedback may name, once it is known; not oneself. */
export function useReaders(feedbackId: () => string) {
  const { me, may } = useMe();
  const { data } = useRead(AdminFeedbackReadersDocument, () => ({ feedbackId: feedbackId() }), {
    audience: 'staff',
    enabled: () => may(['OFFICER', 'WORKER']),
  });
  return computed(() => (data.value?.feedbackReaders ?? []).filter(({ id }) => id !== me.value?.id));
}

const STEPS: Readonly<Record<string, number | undefined>> = { ArrowDown: 1, ArrowUp: -1 };

/** Offers names while one is typed behind an @: which, which of them is the one that Enter takes, and the keys. */
export function useMentions(words: Ref<string>, people: () => readonly Person[]) {
  let area: HTMLTextAreaElement | null = null;
  const caret = ref<number | null>(null);
  /** The @ that is left as it is: its list was closed, or has been chosen from. */
  const settled = ref<number | null>(null);
  const active = ref(0);
  const begun = computed(() => {
    const name = caret.value === null ? null : nameBefore(words.value, caret.value);
    return name && name.at !== settled.value ? name : null;
  });
  const list = computed(() => (begun.value ? offered(people(), begun.value.typed) : []));
  /** A name was begun that nobody has: more words may follow an @ that was never meant for one. */
  const nobody = computed(() => /^\S+$/.test(begun.value?.typed ?? '') && !list.value.length);
  watch(list, () => {
    active.value = 0;
  });

  const follow = (event: Event) => {
    area = event.target as HTMLTextAreaElement;
    caret.value = area.selectionStart;
    if (event instanceof InputEvent && event.data?.endsWith('@')) settled.value = null;
  };
  const leave = () => {
    caret.value = null;
  };
  async function put(text: string, from: number, to: number): Promise<void> {
    words.value = words.value.slice(0, from) + text + words.value.slice(to);
    await nextTick();
    area?.focus();
    area?.setSelectionRange(from + text.length, from + text.length);
    caret.value = from + text.length;
  }
  async function choose({ displayName }: Person): Promise<void> {
    if (!begun.value || caret.value === null) return;
    const { at } = begun.value;
    settled.value = at;
    const spaced = words.value[caret.value] === ' ' ? '' : ' ';
    await put(`@${displayName}${spaced}`, at, caret.value);
  }
  /** Begins a name where the caret was: for whoever looks for a button. */
  async function begin(element: HTMLTextAreaElement): Promise<void> {
    area = element;
    const { selectionStart: at } = element;
    settled.value = null;
    await put(/(^|[\s(])$/.test(words.value.slice(0, at)) ? '@' : ' @', at, at);
  }
  function press(event: KeyboardEvent): void {
    if (!list.value.length || event.isComposing) return;
    const step = STEPS[event.key];
    if (step) active.value = (active.value + step + list.value.length) % list.value.length;
    else if (event.key === 'Enter') void choose(list.value[active.value]!);
    else if (event.key === 'Escape') settled.value = begun.value!.at;
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return { list, active, nobody, follow, leave, press, choose, begin };
}
