import { onBeforeUnmount, onMounted, ref, toValue, watch, type MaybeRefOrGetter } from 'vue';

/** Without a touch for so long somebody has walked away; then a countdown. In seconds. */
export interface Idle {
  quiet: number;
  countdown: number;
}
/** Somebody who writes may think for a while. */
const WRITING: Idle = { quiet: 75, countdown: 15 };

/** While it is watched, counts down after a quiet time and then calls. Any touch or key starts it over. `left` is null until the countdown. */
export function useIdle(watched: MaybeRefOrGetter<boolean>, gone: () => void, idle: MaybeRefOrGetter<Idle> = WRITING) {
  const left = ref<number | null>(null);
  let quiet = 0;
  const touched = () => {
    quiet = 0;
    left.value = null;
  };
  const tick = () => {
    if (!toValue(watched)) return touched();
    quiet++;
    const { quiet: most, countdown } = toValue(idle);
    left.value = quiet < most ? null : most + countdown - quiet;
    if (quiet >= most + countdown) {
      touched();
      gone();
    }
  };
  const signs = ['pointerdown', 'keydown', 'input'] as const;
  let timer: ReturnType<typeof setInterval> | undefined;
  onMounted(() => {
    timer = setInterval(tick, 1000);
    for (const sign of signs) addEventListener(sign, touched, { passive: true });
  });
  onBeforeUnmount(() => {
    clearInterval(timer);
    for (const sign of signs) removeEventListener(sign, touched);
  });
  watch(() => toValue(watched), touched);
  return { left, touched };
}
