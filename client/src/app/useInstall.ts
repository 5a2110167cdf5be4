import { computed, ref } from 'vue';

interface InstallPrompt extends Event {
  prompt(): Promise<void>;
}

const KEY = 'torilla.install-declined';
const offer = ref<InstallPrompt | null>(null);
const declined = ref(typeof localStorage !== 'undefined' && localStorage.getItem(KEY) !== null);

if (typeof window !== 'undefined') {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer.value = event as InstallPrompt;
  });
  window.addEventListener('appinstalled', () => {
    offer.value = null;
  });
}

/** Whether the browser lets the reader install the app and they have not said no; and both answers. */
export const useInstall = () => ({
  offered: computed(() => offer.value !== null && !declined.value),
  async install() {
    await offer.value?.prompt();
    offer.value = null;
  },
  decline() {
    declined.value = true;
    localStorage.setItem(KEY, new Date().toISOString());
  },
});
