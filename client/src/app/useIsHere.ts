import { useRoute } from 'vue-router';

/** Whether the reader is at an entry of the navigation (`page`) or below it (`true`), as aria-current says it. */
export function useIsHere() {
  const route = useRoute();
  return (to: string): 'page' | 'true' | undefined => {
    if (route.path === to) return 'page';
    return to !== '/' && route.path.startsWith(`${to}/`) ? 'true' : undefined;
  };
}
