import { expect, it } from 'vitest';
import { firstInstant, periodOf } from './periods.ts';

it.each([
  ['2022', '2022-01-01'],
  ['2022-08', '2022-08-01'],
  ['2022-08-17', '2022-08-17'],
])('%s begins on %s', (date, first) => expect(firstInstant(date).toISOString().slice(0, 10)).toBe(first));
it('tells in which period an instant lies', () => {
  const at = new Date('2022-08-17T23:59:00Z');
  expect([periodOf(at, 'day'), periodOf(at, 'month'), periodOf(at, 'year')]).toEqual(['2022-08-17', '2022-08', '2022']);
});
