import { MAX_PHOTOS } from '@torilla/schema/feedback/limits';
import { computed, ref, shallowRef, type Ref } from 'vue';
import type { PlainPhoto } from '../../outbox/capture.ts';
import type { FeedbackState } from './feedbackState.ts';
import { PhotoProblem, scalePhoto, type PhotoProblemCode } from './photo.ts';

export type FeedbackPhotos = ReturnType<typeof usePhotos>;

/** The photos of a form: those just taken, beside those kept from a capture that was opened again. */
export function usePhotos(form: FeedbackState) {
  const taken = shallowRef<PlainPhoto[]>([]);
  const problem: Ref<PhotoProblemCode | 'too-many' | null> = ref(null);
  const busy = ref(false);
  const count = computed(() => taken.value.length + form.kept.length);

  async function add(files: readonly Blob[]): Promise<void> {
    problem.value = null;
    busy.value = true;
    try {
      for (const file of files) {
        if (count.value >= MAX_PHOTOS) {
          problem.value = 'too-many';
          return;
        }
        taken.value = [...taken.value, await scalePhoto(file)];
      }
    } catch (error) {
      problem.value = error instanceof PhotoProblem ? error.code : 'photo-unreadable';
    } finally {
      busy.value = false;
    }
  }

  return {
    taken,
    problem,
    busy,
    count,
    add,
    remove(photo: PlainPhoto): void {
      taken.value = taken.value.filter((one) => one !== photo);
      problem.value = null;
    },
    clear(): void {
      taken.value = [];
      problem.value = null;
    },
  };
}
