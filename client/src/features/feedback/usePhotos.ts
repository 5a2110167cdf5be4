import { MAX_PHOTO_BYTES, MAX_PHOTOS } from '@torilla/schema/feedback/limits';
import { computed, ref, shallowRef, type Ref } from 'vue';
import { PhotoProblem, scalePhoto, type PhotoProblemCode } from '../../kernel/photo.ts';
import type { PlainPhoto } from '../../outbox/capture.ts';
import type { FeedbackState } from './feedbackState.ts';

/** What sealing adds: the nonce and the tag. */
const SEAL = 28;

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
        const { bytes, type } = await scalePhoto(file, MAX_PHOTO_BYTES - SEAL);
        taken.value = [...taken.value, { bytes, type }];
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
