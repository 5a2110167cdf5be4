import { expect, test } from 'vitest';
import { h } from 'vue';
import { mount } from '../../../testing/mount.ts';
import BarChart from './BarChart.vue';
import ChartFigure from './ChartFigure.vue';
import ColumnChart from './ColumnChart.vue';
import { upright, written } from './layout.ts';
import LineChart from './LineChart.vue';

test('bars are a table: each row says its number, and what is not shown says why', async () => {
  const bars = [
    { key: 'a', label: 'Puistot', value: 40 },
    { key: 'b', label: 'Koulut', value: 10 },
    { key: 'c', label: 'Muu', value: null, instead: 'alle 5' },
  ];
  const page = await mount(BarChart, { bars, title: 'Aiheet', head: ['Aihe', 'Palautteita'] });
  expect([...page.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent.trim()))).toEqual([
    ['Puistot', '40'],
    ['Koulut', '10'],
    ['Muu', 'alle 5'],
  ]);
  expect([...page.querySelectorAll('.mark')].map((mark) => mark.getAttribute('width'))).toEqual(['100', '25']);
});

test('columns stand upon each other, and the kinds have a legend', async () => {
  const series = [
    { key: 'a', label: 'Puistot', values: [1, 3] },
    { key: 'b', label: 'Koulut', values: [2, null] },
  ];
  const page = await mount(ColumnChart, { periods: ['tammi', 'helmi'], series });
  const columns = [...page.querySelectorAll('.drawing .column')].map((one) => [Number(one.getAttribute('y')), Number(one.getAttribute('height'))] as const);
  const [first, , second, nothing] = columns;
  expect(second![0] + second![1]).toBeCloseTo(first![0]);
  expect(second![1]).toBeCloseTo(2 * first![1]);
  expect(nothing![1]).toBe(0);
  expect(page.querySelector('.legend')!.textContent).toContain('Koulut');
});

test('a line is broken where nothing is known, and its interval stands around it', async () => {
  const page = await mount(LineChart, {
    points: [
      { label: '1', value: 3, low: 2, high: 4 },
      { label: '2', value: null },
      { label: '3', value: 5, low: 4, high: 9 },
    ],
  });
  expect(page.querySelector('.line')!.getAttribute('d')!.match(/M/g)).toHaveLength(2);
  expect(page.querySelectorAll('.dot')).toHaveLength(2);
  expect(page.querySelector('.band')!.getAttribute('d')).not.toBe('');
});

test('the table beside a chart is named and can be scrolled by keyboard; a chart of nothing says so', async () => {
  const table = { head: ['Kuukausi', 'Määrä'], rows: [['tammi', '3']] };
  const page = await mount({ render: () => h(ChartFigure, { title: 'Määrät', table }, () => h('i')) });
  const region = page.querySelector('[role="region"]')!;
  expect(region.getAttribute('tabindex')).toBe('0');
  expect(region.querySelector('tbody th')!.textContent).toBe('tammi');
  expect(page.querySelector('.drawn')!.getAttribute('aria-hidden')).toBe('true');
  const none = await mount({ render: () => h(ChartFigure, { title: 'Määrät', table, empty: true }) });
  expect(none.querySelector('table')).toBeNull();
});

test('the scale begins at nothing, and words below stand only where there is room', () => {
  const { scale, ticks } = upright(37);
  expect(ticks[0]).toBe(0);
  expect(scale.domain()[1]).toBeGreaterThanOrEqual(37);
  expect(upright(0).scale.domain()[1]).toBe(1);
  const shown = Array.from({ length: 52 }, (_, at) => at).filter(written(52, 390));
  expect(shown.at(-1)).toBe(51);
  expect(shown.length).toBeLessThanOrEqual(6);
});
