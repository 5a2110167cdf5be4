import { MAX_PICTURE_BYTES, picturePath } from '@torilla/schema/pictures/limits';
import type { PictureOf } from '@torilla/schema/pictures/pictures';
import type { Ref } from 'vue';
import { AdminRemovePictureDocument } from '../../../gql/pictures/admin/graphql.ts';
import { PhotoProblem, scalePhoto, type PhotoProblemCode } from '../../../kernel/photo.ts';
import { useWrite } from '../../../kernel/useWrite.ts';
import { usePutUp, type Chosen } from '../../staff/admin/usePutUp.ts';

async function prepare(file: Blob): Promise<Omit<Chosen, 'id'> | PhotoProblemCode> {
  try {
    const { bytes, type, width, height } = await scalePhoto(file, MAX_PICTURE_BYTES);
    return { blob: new Blob([bytes], { type }), words: {}, told: { width: String(width), height: String(height) } };
  } catch (error) {
    return error instanceof PhotoProblem ? error.code : 'photo-unreadable';
  }
}

/** Putting a picture to something: chosen, made small in this browser, described, sent. */
export const usePutPicture = (of: PictureOf, subjectId: () => string, section: Readonly<Ref<HTMLElement | null>>) =>
  usePutUp<PhotoProblemCode>({ pathOf: picturePath, of, subjectId, prepare, section });

export const useRemovePicture = () => useWrite(AdminRemovePictureDocument);
