import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signedText, toRanges, type PushCaptures } from './capture.ts';
import { newId } from './id.ts';

test('numbers become ranges and say the same', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 })), (numbers) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      const ranges = toRanges(sorted);
      expect(ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i))).toEqual(sorted);
      for (const [i, range] of ranges.entries()) if (i) expect(range.from).toBeGreaterThan(ranges[i - 1]!.to + 1);
    }),
  );
});

test('every fact of a push is signed', () => {
  const item = {
    id: newId(),
    revision: 1,
    sequence: 1,
    eventId: newId(),
    workerId: newId(),
    capturedAt: '2027-05-18T08:42:00Z',
    sha256: 'a'.repeat(64),
    sealed: 'x',
  };
  const push: PushCaptures = {
    protocol: 1,
    requestId: newId(),
    deviceId: newId(),
    deviceEpoch: newId(),
    sentAt: '2027-05-18T08:42:00Z',
    signature: '',
    report: { made: 1, unsent: 1, appVersion: '1', events: [{ eventId: item.eventId, made: [{ from: 1, to: 1 }] }] },
    items: [item],
  };
  const text = signedText(push);
  const changes: Partial<PushCaptures>[] = [
    { requestId: newId() },
    { deviceId: newId() },
    { deviceEpoch: newId() },
    { sentAt: '2027-05-18T08:43:00Z' },
    { items: [] },
    { report: { ...push.report, made: 2 } },
    { report: { ...push.report, events: [] } },
    ...(['id', 'eventId', 'workerId', 'sha256'] as const).map((key) => ({ items: [{ ...item, [key]: newId() }] })),
    { items: [{ ...item, sequence: 2 }] },
    { items: [{ ...item, revision: 2 }] },
    { items: [{ ...item, capturedAt: '2026-01-01T00:00:00Z' }] },
    { items: [{ ...item, origin: { deviceId: newId(), deviceEpoch: newId() } }] },
  ];
  for (const change of changes) expect(signedText({ ...push, ...change }), JSON.stringify(change)).not.toBe(text);
});
