import { MAX_PICTURE_BYTES, picturePath } from '@torilla/schema/pictures/limits';
import { newId } from '@torilla/schema/kernel/newId';
import type { PictureOf } from '@torilla/schema/pictures/pictures';
import { ref, shallowRef } from 'vue';
import { AdminRemovePictureDocument } from '../../../gql/pictures/admin/graphql.ts';
import { PhotoProblem, scalePhoto, type PhotoProblemCode, type ScaledPhoto } from '../../../kernel/photo.ts';
import { problemOf, type Problem } from '../../../kernel/problem.ts';
import { problemIn } from '../../../kernel/problemIn.ts';
import { useBusyGuard } from '../../../kernel/useBusyGuard.ts';
import { useWrite } from '../../../kernel/useWrite.ts';
import { said, type Words } from '../../../kernel/words.ts';

/** A picture that was chosen and made small; its id was minted then, so that one that is sent again is the same. */
export interface Chosen {
  id: string;
  photo: ScaledPhoto;
  blob: Blob;
}

/** Putting a picture to something: chosen, made small in this browser, described, sent. */
export function usePutPicture(of: PictureOf, subjectId: () => string) {
  const chosen = shallowRef<Chosen | null>(null);
  const unfit = ref<PhotoProblemCode | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const busy = ref(false);
  useBusyGuard(() => busy.value || chosen.value !== null);

  async function choose(file: Blob): Promise<void> {
    unfit.value = problem.value = null;
    busy.value = true;
    try {
      const photo = await scalePhoto(file, MAX_PICTURE_BYTES);
      chosen.value = { id: newId(), photo, blob: new Blob([photo.bytes], { type: photo.type }) };
    } catch (error) {
      unfit.value = error instanceof PhotoProblem ? error.code : 'photo-unreadable';
    } finally {
      busy.value = false;
    }
  }

  /** @returns whether the city has it */
  async function send(alt: Words): Promise<boolean> {
    if (busy.value || !chosen.value) return false;
    const { id, photo, blob } = chosen.value;
    busy.value = true;
    problem.value = null;
    try {
      const told = new URLSearchParams({ of, subjectId: subjectId(), width: String(photo.width), height: String(photo.height), ...said(alt) });
      const response = await fetch(`${picturePath(id)}?${told}`, { method: 'PUT', headers: { 'content-type': photo.type }, body: blob });
      if (!response.ok) problem.value = await problemIn(response);
      else chosen.value = null;
    } catch (error) {
      problem.value = problemOf(error);
    } finally {
      busy.value = false;
    }
    return problem.value === null;
  }
  const drop = () => {
    chosen.value = unfit.value = problem.value = null;
  };
  return { chosen, unfit, problem, busy, choose, send, drop };
}

export const useRemovePicture = () => useWrite(AdminRemovePictureDocument);
