import { computed, readonly, shallowRef } from 'vue';
import { PRESENCE } from './presenceKey.ts';

/** The resident who is signed in on this device, and the receipts of what they said here until their account has them. */
export interface Presence {
  id: string;
  receipts: readonly string[];
}

type Kept = Presence | { leaving: true } | null;

function read(): Kept {
  const text = localStorage.getItem(PRESENCE);
  return text ? (JSON.parse(text) as Kept) : null;
}

const kept = shallowRef<Kept>(import.meta.env.SSR ? null : read());
// another tab signed in or out
if (!import.meta.env.SSR)
  addEventListener('storage', ({ key }) => {
    if (key === PRESENCE || key === null) kept.value = read();
  });
function write(now: Kept): void {
  if (now) localStorage.setItem(PRESENCE, JSON.stringify(now));
  else localStorage.removeItem(PRESENCE);
  kept.value = now;
}

/** Who is signed in here, as far as this device knows: told without a network too. */
export const presence = computed(() => (kept.value && 'id' in kept.value ? kept.value : null));
/** Whether somebody has signed out here and the city does not know it yet: whatever its cookie says, nobody is signed in. */
export const leaving = readonly(computed(() => kept.value !== null && 'leaving' in kept.value));

/** Somebody is signed in. What the one before kept here goes. */
export function arrive(id: string): void {
  if (presence.value?.id !== id) write({ id, receipts: [] });
}

/** Keeps a receipt until their account has what it is for. */
export function keepReceipt(receipt: string): void {
  const here = read();
  if (here && 'id' in here && !here.receipts.includes(receipt)) write({ ...here, receipts: [...here.receipts, receipt] });
}

/** Their account has it, or never will. */
export function dropReceipt(receipt: string): void {
  const here = read();
  if (here && 'id' in here) write({ ...here, receipts: here.receipts.filter((one) => one !== receipt) });
}

/** They sign out: nothing of theirs stays, and the city is to be told. */
export const leave = (): void => write({ leaving: true });

/** The city knows. */
export function left(): void {
  if (leaving.value) write(null);
}
