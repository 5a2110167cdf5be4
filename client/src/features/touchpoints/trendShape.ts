/** A figure of the chart: where it stands from left (0) to right (100) and from the top (0) to the bottom (100), with its bounds, and whether it follows the one before at once. */
export interface TrendPoint {
  x: number;
  y: number;
  low: number;
  high: number;
  follows: boolean;
}

interface Figure {
  from: string;
  to: string;
  share: { value: number; low: number; high: number };
}

const DAY = 86_400_000;
/** The least distance between two words of the axis. */
const APART = 13;

/** The figures of a trend where they stand. One figure alone stands in the middle. */
export function pointsOf(figures: readonly Figure[]): TrendPoint[] {
  const times = figures.map(({ from }) => Date.parse(from));
  const [first, span] = [times[0]!, times.at(-1)! - times[0]!];
  const down = (share: number) => 100 - share * 100;
  return figures.map(({ share, from }, k) => ({
    x: span ? ((times[k]! - first) / span) * 100 : 50,
    y: down(share.value),
    low: down(share.low),
    high: down(share.high),
    follows: k > 0 && Date.parse(from) - Date.parse(figures[k - 1]!.to) === DAY,
  }));
}

const pair = (x: number, y: number) => `${x.toFixed(2)} ${y.toFixed(2)}`;

/** The line through the figures; where a period between them tells nothing, it is broken. */
export const lineOf = (points: readonly TrendPoint[]): string => points.map(({ x, y, follows }) => `${follows ? 'L' : 'M'}${pair(x, y)}`).join('');

/** The band between the bounds, broken as the line is: along the upper ones, and back along the lower. */
export function bandOf(points: readonly TrendPoint[]): string {
  const runs: TrendPoint[][] = [];
  for (const point of points) {
    if (point.follows) runs.at(-1)!.push(point);
    else runs.push([point]);
  }
  const edge = (run: readonly TrendPoint[], bound: 'low' | 'high') => run.map((point) => pair(point.x, point[bound])).join('L');
  return runs.map((run) => `M${edge(run, 'high')}L${edge(run.toReversed(), 'low')}Z`).join('');
}

/** Which figures have a word on the axis: the last, and before it as many as there is room for. */
export function worded(points: readonly TrendPoint[]): number[] {
  const chosen: number[] = [];
  for (let k = points.length - 1; k >= 0; k--) if (!chosen.length || points[chosen.at(-1)!]!.x - points[k]!.x >= APART) chosen.push(k);
  return chosen;
}
