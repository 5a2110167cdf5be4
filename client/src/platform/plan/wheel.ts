/** The wheel's geometry: fifteen or however many sectors around the octagon of Hamina's centre, clockwise from the top. */
export const SIZE = 460;
const CENTRE = SIZE / 2;
const INNER = SIZE * 0.215;
const OUTER = SIZE * 0.445;
const GAP = 0.012;
// a measure of which nothing runs yet still shows its colour
const STUB = 0.14;

const point = (angle: number, radius: number) => `${(CENTRE + radius * Math.sin(angle)).toFixed(1)} ${(CENTRE - radius * Math.cos(angle)).toFixed(1)}`;

function ring(from: number, to: number, inner: number, outer: number): string {
  return `M${point(from, inner)} L${point(from, outer)} A${outer} ${outer} 0 0 1 ${point(to, outer)} L${point(to, inner)} A${inner} ${inner} 0 0 0 ${point(from, inner)} Z`;
}

/** The k-th of n sectors: its ground, the part that is filled, and where its number stands. */
export function sectorShape(k: number, n: number, progress: number) {
  const from = 2 * Math.PI * (k / n + GAP / 2);
  const to = 2 * Math.PI * ((k + 1) / n - GAP / 2);
  const [x, y] = point((from + to) / 2, OUTER + SIZE * 0.032).split(' ');
  return {
    ground: ring(from, to, INNER, OUTER),
    filled: ring(from, to, INNER, INNER + (OUTER - INNER) * Math.max(STUB, progress)),
    label: { x, y },
  };
}

/** The octagon and its eight streets. */
export const octagon = `M${Array.from({ length: 8 }, (_, k) => point(Math.PI / 8 + (k * Math.PI) / 4, INNER * 0.86)).join(' L')} Z`;
export const streets = Array.from({ length: 8 }, (_, k) => `M${point((k * Math.PI) / 4, INNER * 0.6)} L${point((k * Math.PI) / 4, INNER * 0.79)}`).join(' ');
