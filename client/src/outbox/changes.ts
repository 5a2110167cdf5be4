export type Changes = ReturnType<typeof createChanges>;

/** Tells every tab, and the listeners here, that something in the outbox changed. A BroadcastChannel does not hear itself. */
export function createChanges(name: string) {
  const listeners = new Set<() => void>();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  const here = () => listeners.forEach((listener) => listener());
  channel?.addEventListener('message', here);
  return {
    tell(): void {
      channel?.postMessage('changed');
      here();
    },
    /** @returns how to stop listening */
    listen(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close(): void {
      listeners.clear();
      channel?.close();
    },
  };
}
