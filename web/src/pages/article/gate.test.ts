import { expect, it } from 'vitest';
import { around, places } from './gate.ts';

it('finds words letter by letter, in code points', () => {
  const text = '👍 Zed met Pim. Zed left.';
  expect(places(text, 'Zed').map((p) => [p.start, p.end])).toEqual([
    [2, 5],
    [15, 18],
  ]);
  expect(places(text, 'zed')).toEqual([]);
  expect(places(text, '')).toEqual([]);
});
it('shows what stands around', () => expect(around('a b c', { start: 2, end: 3, text: 'b' })).toBe('…a [b] c…'));
