import { useOutbox } from '../../outbox/useOutbox.ts';
import type { FieldWorker } from './fieldPack.ts';
import { useField } from './useField.ts';

/**
 * Hands the tablet to another worker, or to none: no unfinished word of the one before stays readable, and what they saved stays theirs.
 * @returns a verb that answers whether it was done; when the wiping or the noting fails the tablet is not handed over
 */
export function useHandOver() {
  const { outbox } = useOutbox();
  const field = useField();
  return async (next: FieldWorker | null): Promise<boolean> => {
    try {
      await (await outbox).wipeDrafts();
      await field.handTo(next);
      return true;
    } catch {
      return false;
    }
  };
}
