// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aWorld, happenings, settle } from './testing/model.ts';

/** Sequences of happenings in all; `OUTBOX_RUNS` asks for more. A failure prints seed and path: replay it with `{ seed, path }` here. */
const RUNS = Number(import.meta.env['OUTBOX_RUNS'] ?? 2000);

test(`whatever happens at the square, the city has what was captured, once (${RUNS} sequences)`, async () => {
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(fc.commands(happenings, { maxCommands: 16 }), async (commands) => {
      const world = await aWorld();
      await fc.asyncModelRun(() => ({ model: { made: [0, 0] as [number, number] }, real: world }), commands);
      await settle(world);
      counted += world.saved.size;
    }),
    { numRuns: RUNS, verbose: 1, endOnFailure: false },
  );
  expect(counted).toBeGreaterThan(RUNS);
}, 120_000);
