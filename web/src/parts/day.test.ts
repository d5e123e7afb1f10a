import { expect, it } from 'vitest';
import { dayWords, monthsBetween } from './day.tsx';

it('keeps the precision of a date', () => {
  expect(dayWords('2022')).toBe('2022');
  expect(dayWords('2022-08')).toMatch(/Aug.*2022/);
  expect(dayWords('2022-08-17')).toMatch(/17/);
  expect(dayWords('2022-08-17T09:30:00Z')).toBe(dayWords('2022-08-17'));
});
it('shows what is no date as it is', () => expect(dayWords('soon')).toBe('soon'));

it('counts months between two dates', () => {
  expect(monthsBetween('2021-11-30', '2022-02-01')).toEqual(['2021-11', '2021-12', '2022-01', '2022-02']);
  expect(monthsBetween('2022', '2022')).toHaveLength(12);
  expect(monthsBetween('2022-03', '2022-03-09')).toEqual(['2022-03']);
  expect(monthsBetween(null, '2022')).toEqual([]);
  expect(monthsBetween('', '2022')).toEqual([]);
});
it('takes years where months are too many', () => {
  const steps = monthsBetween('1914-06', '2022-02');
  expect(steps[0]).toBe('1914');
  expect(steps.at(-1)).toBe('2022');
  expect(steps).toHaveLength(109);
});
