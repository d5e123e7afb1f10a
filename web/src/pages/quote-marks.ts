/** A stretch of a text, and whether it differs from the other one. */
export interface Piece {
  text: string;
  differs: boolean;
}

interface Compared {
  start: number;
  text: string;
  differences: { given: { start: number; end: number }; found: { start: number; end: number } }[];
}

/** marked cuts the given words and those that were found where they differ. Offsets count code points; those of the found words count from the article's beginning. */
export function marked(given: string, match: Compared): [Piece[], Piece[]] {
  return [
    cut(
      given,
      match.differences.map((d) => d.given),
    ),
    cut(
      match.text,
      match.differences.map((d) => ({ start: d.found.start - match.start, end: d.found.end - match.start })),
    ),
  ];
}

function cut(text: string, spans: { start: number; end: number }[]): Piece[] {
  const points = Array.from(text);
  const pieces: Piece[] = [];
  let at = 0;
  const add = (end: number, differs: boolean) => {
    if (end > at) pieces.push({ text: points.slice(at, end).join(''), differs });
    at = Math.max(at, end);
  };
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.end <= span.start) continue;
    add(span.start, false);
    add(span.end, true);
  }
  add(points.length, false);
  return pieces;
}
