import { describe, expect, it } from 'vitest';
import { codePoints, paragraphs, type Mark } from './marks.ts';

const mark = (start: number, end: number, owner: string): Mark => ({ start, end, kind: 'statement', owner });

describe('paragraphs', () => {
  it('keeps every character outside of line ends', () => {
    const text = 'One 👍 two.\n\nThree – four\r\n';
    const got = paragraphs(text, [mark(2, 9, 'a'), mark(4, 15, 'b')]);
    expect(got.map((p) => p.segments.map((s) => s.text).join(''))).toEqual(['One 👍 two.', 'Three – four\r']);
  });
  it('gives overlapping marks to the segments that they share', () => {
    const [first] = paragraphs('abcdef', [mark(0, 4, 'a'), mark(2, 6, 'b')]);
    expect(first!.segments.map((s) => [s.text, s.marks.map((m) => m.owner).join('')])).toEqual([
      ['ab', 'a'],
      ['cd', 'ab'],
      ['ef', 'b'],
    ]);
  });
  it('carries a mark over a line end', () => {
    const got = paragraphs('ab\ncd', [mark(1, 4, 'x')]);
    expect(got.map((p) => p.segments.map((s) => s.marks.length))).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
  it('leaves out empty marks', () => expect(paragraphs('ab', [mark(1, 1, 'x')])[0]!.segments).toHaveLength(1));
});

it('counts code points, not units', () => expect(codePoints('👍👍a', 4)).toBe(2));
