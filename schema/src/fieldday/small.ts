import { FEW } from '../kernel/few.ts';

/**
 * What may be shown of a whole that is split into parts: none under five, and not so little left out that it could be worked out from the whole.
 * The order stays.
 */
export function withoutSmall<Part extends { value: number }>(parts: readonly Part[]): Part[] {
  const rising = [...parts].filter(({ value }) => value > 0).sort((a, b) => a.value - b.value);
  const hidden = new Set<Part>();
  let left = 0;
  for (const part of rising) {
    if (part.value >= FEW && (left === 0 || left >= FEW)) break;
    hidden.add(part);
    left += part.value;
  }
  return parts.filter((part) => part.value > 0 && !hidden.has(part));
}
