import { computed, onScopeDispose, shallowReactive, toValue, watchEffect, type MaybeRefOrGetter } from 'vue';

const holders = shallowReactive(new Set<symbol>());

/** Whether somebody is in the middle of something: then no new version is taken into use and nothing reloads. */
export const isBusy = computed(() => holders.size > 0);

/** Holds updates back for as long as the given thing is true: a form with words in it, a write on its way. */
export function useBusyGuard(busy: MaybeRefOrGetter<boolean>): void {
  const me = Symbol('busy');
  watchEffect(() => {
    if (toValue(busy)) holders.add(me);
    else holders.delete(me);
  });
  onScopeDispose(() => holders.delete(me));
}

/** The same for what lives outside components, such as the outbox. Answers how to let go. */
export function holdBusy(): () => void {
  const me = Symbol('busy');
  holders.add(me);
  return () => {
    holders.delete(me);
  };
}
