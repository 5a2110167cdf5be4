import { readonly, shallowRef } from 'vue';

/** A short word to the reader that needs no answer, with at most one thing to do about it. */
export interface Toast {
  id: number;
  text: string;
  tone: 'sea' | 'moss' | 'ochre' | 'brick';
  action?: { label: string; run(): void };
}

const spoken = shallowRef('');
const shown = shallowRef<Toast | null>(null);
let made = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What the live region says and which toast stands: for AppAnnouncer alone. */
export const announced = { spoken: readonly(spoken), shown: readonly(shown) };

/** Says it to a screen reader; nothing is seen. The same words twice are said twice. */
export function announce(text: string): void {
  spoken.value = '';
  setTimeout(() => {
    spoken.value = text;
  }, 50);
}

/** Shows a toast and says it. With something to do it stays until done or closed; else it goes after eight seconds. */
export function toast(text: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): void {
  clearTimeout(timer);
  shown.value = { id: ++made, text, tone: options.tone ?? 'moss', action: options.action };
  announce(text);
  if (!options.action) timer = setTimeout(closeToast, 8000);
}

export function closeToast(): void {
  clearTimeout(timer);
  shown.value = null;
}
