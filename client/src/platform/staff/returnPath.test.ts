import { expect, test } from 'vitest';
import { ownPath, signInPath } from './returnPath.ts';

test.each([
  ['/hallinta/palautteet?haku=penkki#a', '/hallinta/palautteet?haku=penkki#a'],
  ['//evil.example/x', null],
  ['/\\evil.example', null],
  ['https://evil.example', null],
  ['javascript:alert(1)', null],
  ['/..//evil.example', null],
  ['kentta', null],
  [undefined, null],
  [['/a'], null],
])('sign-in returns to %s as %s', (asked, path) => expect(ownPath(asked)).toBe(path));

test('the way there and back keeps the whole address', () => {
  const url = new URL(signInPath('/hallinta/palautteet?haku=a&b'), location.origin);
  expect(ownPath(url.searchParams.get('to'))).toBe('/hallinta/palautteet?haku=a&b');
});
