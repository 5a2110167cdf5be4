import { expect, test } from 'vitest';
import { fitted, MAX_FILE, scalePhoto } from './photo.ts';

test('a photo is made to fit, never larger than it was', () => {
  expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 });
  expect(fitted(3000, 4000)).toEqual({ width: 1200, height: 1600 });
  expect(fitted(640, 480)).toEqual({ width: 640, height: 480 });
  expect(fitted(20_000, 3)).toEqual({ width: 1600, height: 1 });
});

test('a file that is too large is refused before it is opened', async () => {
  const file = Object.defineProperty(new Blob([]), 'size', { value: MAX_FILE + 1 });
  await expect(scalePhoto(file, 1000)).rejects.toMatchObject({ code: 'photo-too-large' });
});
