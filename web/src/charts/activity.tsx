import * as Plot from '@observablehq/plot';
import { useCallback } from 'react';
import { Chart } from './chart.tsx';

export interface Bucket {
  date: string;
  statements: number;
}

/** Statements by day, month or year. */
export function ActivityChart({ of, by }: { of: Bucket[]; by: 'day' | 'month' | 'year' }) {
  const draw = useCallback(
    (width: number) =>
      Plot.plot({
        width,
        height: 160,
        x: { type: 'utc', label: null },
        y: { label: 'statements', grid: true, ticks: 4, tickFormat: 'd' },
        marks: [Plot.rectY(of, { x: (b: Bucket) => new Date(b.date.length === 4 ? `${b.date}-01-01` : b.date.length === 7 ? `${b.date}-01` : b.date), y: 'statements', interval: by, fill: 'currentColor' }), Plot.ruleY([0])],
      }),
    [of, by],
  );
  return <Chart label={`Statements by ${by}: ${of.map((b) => `${b.date} ${b.statements}`).join(', ')}`} draw={draw} />;
}

export interface Span {
  name: string; // what was done to whom
  group: string; // the predicate
  from: string;
  to: string;
}

/** What was done to whom, each from its first day to its last. */
export function SpanChart({ of }: { of: Span[] }) {
  const draw = useCallback(
    (width: number) =>
      Plot.plot({
        width,
        height: 50 + 22 * of.length,
        marginLeft: Math.min(220, width * 0.4),
        x: { type: 'utc', label: null, grid: true },
        y: { label: null, domain: of.map((s) => s.name) },
        color: { legend: false },
        marks: [
          Plot.ruleY(of, { y: 'name', x1: (s: Span) => new Date(s.from), x2: (s: Span) => new Date(s.to), strokeWidth: 5, stroke: 'currentColor', strokeOpacity: 0.35 }),
          Plot.dot(of, { y: 'name', x: (s: Span) => new Date(s.from), fill: 'currentColor', r: 4 }),
          Plot.dot(of, { y: 'name', x: (s: Span) => new Date(s.to), fill: 'none', stroke: 'currentColor', r: 4 }),
        ],
      }),
    [of],
  );
  return <Chart label={`From the first day to the last: ${of.map((s) => `${s.name}, ${s.from} to ${s.to}`).join('; ')}`} draw={draw} />;
}
