import { expect, it } from 'vitest';
import { marked } from './quote-marks.ts';

it('cuts by code points where words differ', () => {
  const [mine, theirs] = marked('👍 we won twice', {
    start: 100,
    text: '👍 we lost',
    differences: [
      { given: { start: 5, end: 8 }, found: { start: 105, end: 109 } },
      { given: { start: 9, end: 14 }, found: { start: 109, end: 109 } },
    ],
  });
  expect(mine).toEqual([{ text: '👍 we ', differs: false }, { text: 'won', differs: true }, { text: ' ', differs: false }, { text: 'twice', differs: true }]);
  expect(theirs).toEqual([{ text: '👍 we ', differs: false }, { text: 'lost', differs: true }]);
});
