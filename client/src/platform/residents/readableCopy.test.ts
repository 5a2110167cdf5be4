import { expect, test } from 'vitest';
import { readableCopy } from './readableCopy.ts';

test('the copy tells every class and every fact, and no word in it is more than a word', () => {
  const words = '<img src=x onerror=alert(1)>\n</style><script>alert(1)</script>';
  const copy = readableCopy('Omat tiedot', 'Kaikki tässä', [{ name: 'Palautteet', why: 'Peruste: laki.', records: [[{ name: 'Sanat', value: words }], []] }]);
  const page = new DOMParser().parseFromString(copy, 'text/html');
  expect([...page.querySelectorAll('h1, h2, dt')].map(({ textContent }) => textContent)).toEqual(['Omat tiedot', 'Palautteet', 'Sanat']);
  expect(page.querySelector('dd')!.textContent).toBe(words);
  expect(page.querySelector('img, script, link')).toBeNull();
  expect(page.querySelectorAll('dl')).toHaveLength(2);
  expect(page.title).toBe('Omat tiedot');
});
