import { ref, watch, type Ref } from 'vue';

/**
 * For a form over something that a colleague may save meanwhile: what they saved takes the form's place once its writer asks for it, and not before.
 * @returns `reload` to ask, and `readings` as the form's key
 */
export function useReload(read: Readonly<Ref<unknown>>, again: () => void) {
  const readings = ref(0);
  const asked = ref(false);
  watch(read, () => {
    if (asked.value) readings.value++;
    asked.value = false;
  });
  return {
    readings,
    reload: () => {
      asked.value = true;
      again();
    },
  };
}
