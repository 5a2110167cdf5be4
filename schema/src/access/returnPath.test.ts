import { expect, test } from 'vitest';
import { ownPath } from './returnPath.ts';

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
])('sign-in returns to %s as %s', (asked, path) => expect(ownPath(asked, 'https://torilla.example.fi')).toBe(path));
