// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aWorld, happenings, settle } from './testing/model.ts';

/** Sequences of happenings in all; `OUTBOX_RUNS` asks for more. A failure prints its seed and path: put them in `fc.assert` to see it again. */
const RUNS = Number(import.meta.env['OUTBOX_RUNS'] ?? 2000);
/** Worlds side by side: each waits for its own database most of the time. */
const LANES = 4;

test.concurrent.each(Array.from({ length: LANES }, (_, lane) => lane + 1))(
  'whatever happens at the square, the city has what was captured, once (lane %i)',
  async () => {
    let captured = 0;
    await fc.assert(
      fc.asyncProperty(fc.commands(happenings, { maxCommands: 16, size: 'max' }), async (commands) => {
        const world = await aWorld();
        await fc.asyncModelRun(() => ({ model: { made: [0, 0] as [number, number] }, real: world }), commands);
        await settle(world);
        captured += world.saved.size;
      }),
      { numRuns: Math.ceil(RUNS / LANES) },
    );
    expect(captured).toBeGreaterThan(RUNS / LANES);
  },
  300_000,
);
