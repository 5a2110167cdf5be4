import { expect, test } from 'vitest';
import { lineOf, readLine } from './paperLine.ts';

const projects = [
  { number: 1, id: 'bench' },
  { number: 2, id: 'lights' },
  { number: 12, id: 'swing' },
];

test('numbers are projects in the order in which they were typed, however they are parted', () => {
  for (const line of ['12 1', ' 12,1 ', '12;  1', '12+1'])
    expect(readLine(line, 'BASKET', projects)).toEqual({ verdict: 'VOTE', choices: [{ id: 'swing' }, { id: 'bench' }], unknown: [] });
});

test('where points are dealt each number has its points', () => {
  expect(readLine('1:3 12=2', 'POINTS', projects).choices).toEqual([
    { id: 'bench', points: 3 },
    { id: 'swing', points: 2 },
  ]);
  expect(readLine('1 12:2', 'POINTS', projects).unknown).toEqual(['1']);
});

test('a sheet that is blank, and one that is no vote, have signs of their own', () => {
  expect(readLine(' - ', 'BASKET', projects)).toEqual({ verdict: 'BLANK', choices: [], unknown: [] });
  expect(readLine('X', 'BASKET', projects)).toEqual({ verdict: 'SPOILED', choices: [], unknown: [] });
  expect(readLine('1 x', 'BASKET', projects).unknown).toEqual(['x']);
});

test('what nobody knows is named', () => {
  expect(readLine('1 3 kaksi 1:2', 'APPROVAL', projects).unknown).toEqual(['3', 'kaksi', '1:2']);
});

test('a sheet reads as it was typed', () => {
  for (const line of ['12 1', '-', 'x']) expect(lineOf(readLine(line, 'BASKET', projects), projects)).toBe(line);
  expect(lineOf(readLine('1:3 2:2', 'POINTS', projects), projects)).toBe('1:3 2:2');
});
