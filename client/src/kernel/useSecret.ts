import { useRoute, useRouter } from 'vue-router';

/** What stands behind the `#` of the address, of which no server hears. It is taken out at once: it stands in no history, and no reload brings it back. */
export function useSecret(): string {
  const { hash, path } = useRoute();
  const router = useRouter();
  const secret = hash.slice(1);
  if (secret) {
    // before anything is drawn; the router, which knows it as well, lets the browser breathe first
    history.replaceState(history.state, '', path);
    void router.replace({ path });
  }
  return secret;
}
