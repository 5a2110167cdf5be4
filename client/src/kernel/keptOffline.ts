import { readonly, shallowRef } from 'vue';

const KEY = 'torilla.kept';
const stored = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // a browser that keeps nothing has kept nothing
  }
};
const at = shallowRef(import.meta.env.SSR ? null : stored());

/** When all that shall be readable without a network was last kept, as an ISO time; null where it never was. */
export const keptOfflineAt = readonly(at);

/** Notes that it is kept, as of now. */
export function noteKeptOffline(): void {
  at.value = new Date().toISOString();
  try {
    localStorage.setItem(KEY, at.value);
  } catch {
    // a browser that keeps nothing: this start knows it
  }
}
