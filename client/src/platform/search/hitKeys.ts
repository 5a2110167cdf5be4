/** What the arrow keys go through: the field, and below it what was found. */
const STOPS = 'input, a[data-hit]';
const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Takes the focus through what was found by the arrow keys, and from there back to the field; within the field Home and End are its own. */
export function moveThroughHits(event: KeyboardEvent): void {
  const move = moves[event.key];
  const isInField = event.target instanceof HTMLInputElement;
  if (!move || event.ctrlKey || event.metaKey || event.altKey || (isInField && !event.key.startsWith('Arrow'))) return;
  const stops = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(STOPS)];
  const at = stops.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  stops[move(at, stops.length - 1)]!.focus();
}
