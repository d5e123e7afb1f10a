import { expect, it } from 'vitest';
import { dayWords } from './day.tsx';

it('keeps the precision of a date', () => {
  expect(dayWords('2022')).toBe('2022');
  expect(dayWords('2022-08')).toMatch(/Aug.*2022/);
  expect(dayWords('2022-08-17')).toMatch(/17/);
  expect(dayWords('2022-08-17T09:30:00Z')).toBe(dayWords('2022-08-17'));
});
it('shows what is no date as it is', () => expect(dayWords('soon')).toBe('soon'));
