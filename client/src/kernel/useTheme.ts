import { computed, ref } from 'vue';

export const themes = ['system', 'light', 'dark', 'sunlight'] as const;
/** What the reader chose; `system` follows the device, as the style sheet does on its own. */
export type Theme = (typeof themes)[number];

const KEY = 'torilla.theme';
const chosen = ref<Theme>('system');

function show(): void {
  const { dataset } = document.documentElement;
  if (chosen.value === 'system') delete dataset.theme;
  else dataset.theme = chosen.value;
}

/** Puts the kept theme on the page. Runs before the app draws anything. */
export function startTheme(): void {
  const kept = localStorage.getItem(KEY);
  if (themes.some((t) => t === kept)) chosen.value = kept as Theme;
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
