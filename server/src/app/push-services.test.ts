import { expect, test } from 'vitest';
import { isPrivate, pushServicesFrom } from './push-services.ts';

const usual = pushServicesFrom(undefined);

test.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://wns2-par02p.notify.windows.com/w/?token=abc',
  'https://web.push.apple.com/QAbc',
])('the push service of %s is known', (endpoint) => expect(usual.accepts(endpoint)).toBe(true));

test.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/fcm/send/abc',
  'https://user:word@fcm.googleapis.com/abc',
  'https://fcm.googleapis.com.evil.example/abc',
  'https://evilpush.apple.com.example/abc',
  'https://push.services.mozilla.com.example/abc',
  'https://notify.windows.com/abc',
  'https://localhost/abc',
  'https://127.0.0.1/abc',
  'https://[::1]/abc',
  'https://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'ei mitään',
])('%s is none', (endpoint) => expect(usual.accepts(endpoint)).toBe(false));

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '::1',
  '::',
  'fd00::1',
  'fe80::1',
  '::ffff:10.0.0.1',
  'x',
])('%s is private', (address) => expect(isPrivate(address)).toBe(true));
test.each(['142.250.74.10', '2a00:1450:400f::200a', '::ffff:142.250.74.10'])('%s is not', (address) => expect(isPrivate(address)).toBe(false));

test('a list that is none is refused in a sentence', () => {
  expect(() => pushServicesFrom('https://fcm.googleapis.com')).toThrow('is no host name');
  expect(() => pushServicesFrom('fcm.googleapis.com,,')).toThrow('an empty name');
  expect(() => pushServicesFrom('10.0.0.1')).toThrow('is no host name');
});
