import { readonly, ref, type Ref } from 'vue';

const online = ref(typeof navigator === 'undefined' || navigator.onLine !== false);
if (typeof window !== 'undefined') {
  window.addEventListener('online', () => {
    online.value = true;
  });
  window.addEventListener('offline', () => {
    online.value = false;
  });
}

/** Whether the browser believes that there is a network. False is certain; true only means that it is worth trying. */
export const useOnline = (): Readonly<Ref<boolean>> => readonly(online);
