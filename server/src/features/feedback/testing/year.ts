import { system } from '../../../kernel/actor.ts';
import { demoDevices } from '../../../platform/devices/devices.demo.ts';
import { demoEvents } from '../../../platform/events/events.demo.ts';
import type { City } from '../../../testing/city.ts';
import { demoFeedback } from '../demo/feedback.demo.ts';

/** A year of the demo, so many times as much as the whole of it: a third is a thousand pieces of feedback. */
export async function aYear(city: City, scale = 1 / 3): Promise<void> {
  const ctx = city.context(system);
  for (const put of [demoEvents, demoDevices, demoFeedback]) await put(ctx, scale);
}
