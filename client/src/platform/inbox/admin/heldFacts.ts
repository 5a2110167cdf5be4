import type { ProblemCode } from '@torilla/schema/kernel/problem';

/** The reasons that have a sentence of their own: `inbox.reason.<code>`. */
const reasons = [
  'bad-input',
  'capture-unopenable',
  'capture-foreign',
  'capture-unknown-operation',
  'capture-unknown-version',
  'capture-sequence-reused',
  'worker-withdrawn',
  'device-revoked',
  'device-retired',
  'event-not-open',
  'unknown-topic',
  'unknown-district',
  'unknown-unit',
  'unknown-measure',
  'unknown-event',
  'unknown-question',
  'unknown-worker',
  'unknown-touchpoint',
  'unknown-round',
] as const satisfies readonly ProblemCode[];
type Reason = (typeof reasons)[number];

/** Why an item is held, and the facts beside it as text for the person who mends it. A reason without a sentence is told by its code. */
export function reasonOf(item: { reason?: string | null; reasonFacts?: string | null }): { code: Reason | 'other'; facts: string[] } {
  const code = reasons.find((known) => known === item.reason);
  return { code: code ?? 'other', facts: [...(code || !item.reason ? [] : [item.reason]), ...factsOf(item.reasonFacts)] };
}

function factsOf(json: string | null | undefined): string[] {
  if (!json) return [];
  try {
    return Object.values(JSON.parse(json) as Record<string, unknown>)
      .flat()
      .map(String);
  } catch {
    return [json];
  }
}

/** An opened item: what it asks for, and its input as text that can be mended. */
export function openedOf(json: string): { operation: string; version: number; input: string } {
  const { operation, version, input } = JSON.parse(json) as { operation: string; version: number; input: unknown };
  return { operation, version, input: JSON.stringify(input, null, 2) };
}

/** What keeps a text from being JSON; null when it is. The browser's own words name the place. */
export function jsonFault(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
