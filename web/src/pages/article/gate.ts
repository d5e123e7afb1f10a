import { codePoints } from './marks.ts';

/** Words of the article's text; offsets in code points, end exclusive. */
export interface Span {
  start: number;
  end: number;
  text: string;
}

/** Words that stand in a text more often than this are too common to choose one of them. */
export const mostPlaces = 50;

/** places gives where words stand in a text, letter by letter, at most mostPlaces of them: what the server will ask of them too. */
export function places(text: string, words: string): Span[] {
  const found: Span[] = [];
  if (words === '') return found;
  const length = Array.from(words).length;
  for (let at = text.indexOf(words); at >= 0 && found.length < mostPlaces; at = text.indexOf(words, at + 1)) {
    const start = codePoints(text, at);
    found.push({ start, end: start + length, text: words });
  }
  return found;
}

/** around gives the words with some of what stands before and behind them, to tell places apart by. */
export function around(text: string, span: Span): string {
  const points = Array.from(text);
  const part = (from: number, to: number) => points.slice(Math.max(0, from), to).join('').replace(/\s+/g, ' ');
  return `…${part(span.start - 24, span.start)}[${span.text}]${part(span.end, span.end + 24)}…`;
}
