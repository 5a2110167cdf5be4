import { ownPath } from '@torilla/schema/access/returnPath';
import { expect, test } from 'vitest';
import { signInPath } from './returnPath.ts';

test('the way to signing in and back keeps the whole address', () => {
  const url = new URL(signInPath('/hallinta/palautteet?haku=a&b'), location.origin);
  expect(ownPath(url.searchParams.get('to'), location.origin)).toBe('/hallinta/palautteet?haku=a&b');
});
