import { ref } from 'vue';

/** A dialog that is fetched when it is first wanted. `wanted` mounts it and stays, so that it can leave as it came; `open` is its model. */
export function useDialog() {
  const wanted = ref(false);
  const open = ref(false);
  const show = () => {
    wanted.value = open.value = true;
  };
  return { wanted, open, show };
}
