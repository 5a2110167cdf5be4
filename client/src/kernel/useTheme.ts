import { computed, ref } from 'vue';

export const themes = ['system', 'light', 'dark', 'sunlight'] as const;
/** What the reader chose; `system` follows the device. */
export type Theme = (typeof themes)[number];

const KEY = 'torilla.theme';
const chosen = ref<Theme>('system');

const systemIsDark = () => window.matchMedia('(prefers-color-scheme: dark)').matches;

function show(): void {
  document.documentElement.dataset.theme = chosen.value === 'system' ? (systemIsDark() ? 'dark' : 'light') : chosen.value;
}

/** Puts the kept theme on the page. Runs before anything is drawn. */
export function startTheme(): void {
  const kept = localStorage.getItem(KEY);
  if (themes.some((t) => t === kept)) chosen.value = kept as Theme;
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
  show();
}

/** The theme, readable and writable; what is written is kept on this device. */
export const useTheme = () =>
  computed({
    get: () => chosen.value,
    set: (theme: Theme) => {
      chosen.value = theme;
      localStorage.setItem(KEY, theme);
      show();
    },
  });
