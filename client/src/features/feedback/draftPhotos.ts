import { fromBase64url, toBase64url } from '../../outbox/bytes.ts';
import type { PlainPhoto } from '../../outbox/capture.ts';

/** Photos as a draft keeps them, in a slot of their own: they are large, and typing must not write them again and again. */
export interface DraftPhotos {
  /** The capture that they belong to. */
  id: string;
  photos: { type: PlainPhoto['type']; bytes: string }[];
}

export const keepPhotos = (id: string, photos: readonly PlainPhoto[]): DraftPhotos => ({
  id,
  photos: photos.map(({ type, bytes }) => ({ type, bytes: toBase64url(new Uint8Array(bytes)) })),
});

/** The photos of the draft, unless they belong to another capture. */
export function photosIn(draft: unknown, id: string): PlainPhoto[] {
  const kept = draft as DraftPhotos | null;
  return kept?.id === id ? kept.photos.map(({ type, bytes }) => ({ type, bytes: fromBase64url(bytes).buffer as ArrayBuffer })) : [];
}
