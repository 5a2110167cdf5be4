import { scaleLinear, type ScaleLinear } from 'd3-scale';

/** Room around the drawing for the numbers at its side and the words below it. */
export const MARGIN = { top: 12, right: 8, bottom: 30, left: 44 } as const;
export const HEIGHT = 240;
const TICKS = 4;
/** So wide a word below a column is, at the most. */
const WORD = 58;

/** From zero up to the highest value and a little more, drawn from the bottom. Whole numbers where they are counts. */
export function upright(highest: number): { scale: ScaleLinear<number, number>; ticks: number[] } {
  const scale = scaleLinear()
    .domain([0, Math.max(highest, 1)])
    .nice(TICKS)
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  return { scale, ticks: scale.ticks(TICKS) };
}

/** Which of the words below are written so that none runs into the next: every n-th, counted from the last, which is the newest. */
export function written(count: number, width: number): (index: number) => boolean {
  const room = Math.max(1, Math.floor((width - MARGIN.left - MARGIN.right) / WORD));
  const every = Math.max(1, Math.ceil(count / room));
  return (index) => (count - 1 - index) % every === 0;
}
