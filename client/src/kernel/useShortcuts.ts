import { onScopeDispose, ref, watch } from 'vue';

const KEY = 'torilla.shortcuts-off';
const on = ref(typeof localStorage === 'undefined' || localStorage.getItem(KEY) === null);
watch(on, (is) => {
  if (is) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, '1');
});

/** Whether single letters are commands. Whoever dictates, or whose hands slip, turns it off; kept on this device. */
export const shortcutsOn = on;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Gives keys a meaning while a page is open: never while somebody types, never under a dialog, never with a modifier. */
export function useShortcuts(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  const listen = (event: KeyboardEvent) => {
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key.length === 1 && !on.value) return;
    if (document.querySelector('[role=dialog], [role=alertdialog]')) return;
    event.preventDefault();
    act(event);
  };
  window.addEventListener('keydown', listen);
  onScopeDispose(() => window.removeEventListener('keydown', listen));
}
