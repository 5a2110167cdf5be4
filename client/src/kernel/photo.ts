export type PhotoProblemCode = 'photo-too-large' | 'photo-unreadable';

/** A file that cannot come along, and why. */
export class PhotoProblem extends Error {
  override readonly name = 'PhotoProblem';
  constructor(readonly code: PhotoProblemCode) {
    super(code);
  }
}

/** A photo made small. */
export interface ScaledPhoto {
  bytes: ArrayBuffer;
  type: 'image/jpeg';
  width: number;
  height: number;
}

/** The longer side, in pixels: enough to read a sign by. */
const LONGEST = 1600;
/** A bigger file would take a cheap tablet's memory to open, in bytes. */
export const MAX_FILE = 30 * 1024 * 1024;
const qualities = [0.82, 0.6, 0.4];

/** The size at which a picture is kept. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Draws the picture anew, smaller, in so many bytes at most. Only what is seen remains: where and with what it was taken is gone.
 * @throws PhotoProblem for a file that is too large or no picture
 */
export async function scalePhoto(file: Blob, most: number): Promise<ScaledPhoto> {
  if (file.size > MAX_FILE) throw new PhotoProblem('photo-too-large');
  const picture = await createImageBitmap(file).catch(() => {
    throw new PhotoProblem('photo-unreadable');
  });
  const canvas = document.createElement('canvas');
  Object.assign(canvas, fitted(picture.width, picture.height));
  const context = canvas.getContext('2d');
  if (!context) throw new PhotoProblem('photo-unreadable');
  // JPEG has no transparency: paper shows through
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  for (const quality of qualities) {
    const drawn = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', quality);
    });
    if (drawn && drawn.size <= most) return { bytes: await drawn.arrayBuffer(), type: 'image/jpeg', width: canvas.width, height: canvas.height };
  }
  throw new PhotoProblem('photo-too-large');
}
