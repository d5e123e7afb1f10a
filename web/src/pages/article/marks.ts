/** A stretch of an article's text that something was read from, in code points; end is exclusive. */
export interface Mark {
  start: number;
  end: number;
  kind: 'statement' | 'claim' | 'mention' | 'found';
  owner: string; // the id of the statement it belongs to; '' for what was asked for by its place
}

/** A stretch of text with the same marks throughout. */
export interface Segment {
  start: number;
  text: string;
  marks: Mark[];
}

/** A paragraph of the text in segments. */
export interface Paragraph {
  start: number;
  end: number;
  segments: Segment[];
}

/**
 * paragraphs cuts a text at its line ends and at the ends of every mark, so that marks may overlap in any way. Offsets count code points, as the
 * API does, not the units of JavaScript's strings.
 */
export function paragraphs(text: string, marks: Mark[]): Paragraph[] {
  const points = Array.from(text);
  const ordered = marks.filter((m) => m.end > m.start).sort((a, b) => a.start - b.start);
  const out: Paragraph[] = [];
  let start = 0;
  for (let at = 0; at <= points.length; at++) {
    if (at < points.length && points[at] !== '\n') continue;
    if (points.slice(start, at).some((p) => p.trim() !== '')) out.push(paragraph(points, start, at, ordered));
    start = at + 1;
  }
  return out;
}

function paragraph(points: string[], start: number, end: number, marks: Mark[]): Paragraph {
  const within = marks.filter((m) => m.start < end && m.end > start);
  const cuts = new Set([start, end]);
  for (const m of within) {
    if (m.start > start) cuts.add(m.start);
    if (m.end < end) cuts.add(m.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const segments = places.slice(0, -1).map((from, i) => {
    const to = places[i + 1]!;
    return { start: from, text: points.slice(from, to).join(''), marks: within.filter((m) => m.start <= from && m.end >= to) };
  });
  return { start, end, segments };
}

/** codePoints counts the code points of a string up to an offset in JavaScript's units. */
export function codePoints(text: string, units: number): number {
  return Array.from(text.slice(0, units)).length;
}
