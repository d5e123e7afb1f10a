import * as Plot from '@observablehq/plot';
import { brushX, type D3BrushEvent } from 'd3-brush';
import { select } from 'd3-selection';
import { useCallback, useRef } from 'react';
import { Chart } from './chart.tsx';
import { firstInstant, periodOf, type Period } from './periods.ts';

/** How many statements there are of a period, and whether the actor made them or they are of it. */
export interface Bar {
  date: string; // 2022, 2022-08 or 2022-08-17
  statements: number;
  series: string;
}

interface Props {
  of: Bar[];
  by: Period;
  choose: (from: string, to: string) => void; // called with the first and the last period of those that were brushed
}

const height = 180;
// Room for the figures at the left and the days beneath.
const margin = { left: 40, right: 16, top: 24, bottom: 28 };

/** Statements by day, month or year, said above said of. Dragging over the bars chooses their time; what can be chosen stands beneath as links too. */
export function ActivityChart({ of, by, choose }: Props) {
  const latest = useRef(choose);
  latest.current = choose;
  const draw = useCallback(
    (width: number) => {
      const plot = Plot.plot({
        width,
        height,
        marginLeft: margin.left,
        marginRight: margin.right,
        marginTop: margin.top,
        marginBottom: margin.bottom,
        x: { type: 'utc', label: null },
        y: { label: 'statements', grid: true, ticks: 4, tickFormat: 'd' },
        color: { domain: ['said', 'said of'], range: ['var(--speaker)', 'var(--outlet)'] },
        marks: [Plot.rectY(of, { x: (b: Bar) => firstInstant(b.date), y: 'statements', fill: 'series', interval: by }), Plot.ruleY([0])],
      });
      const scale = plot.scale('x');
      if (scale?.invert) brush(plot, width, (x) => periodOf(scale.invert!(x) as Date, by), (from, to) => latest.current(from, to));
      return plot;
    },
    [of, by],
  );
  return <Chart label={`Statements by ${by}: ${of.map((b) => `${b.date} ${b.series} ${b.statements}`).join(', ')}`} draw={draw} />;
}

/** brush lets a stretch of a chart be chosen by dragging over it. A press without a drag chooses nothing. */
function brush(plot: Element, width: number, periodAt: (x: number) => string, choose: (from: string, to: string) => void) {
  const area: [[number, number], [number, number]] = [[margin.left, margin.top], [width - margin.right, height - margin.bottom]];
  const behaviour = brushX<unknown>()
    .extent(area)
    .on('end', ({ selection, sourceEvent }: D3BrushEvent<unknown>) => {
      if (!selection || !sourceEvent) return;
      const [from, to] = selection as [number, number];
      choose(periodAt(from), periodAt(to));
    });
  const svg = plot instanceof SVGElement ? plot : plot.querySelector('svg');
  if (svg) select(svg).append('g').attr('class', 'brush').call(behaviour as never);
}

export interface Span {
  name: string; // what was done to whom
  group: string; // the predicate
  from: string;
  to: string;
}

/** How wide a letter of a chart's small print is at most, in pixels. */
const letter = 6;

/** clipped ends what is longer than so many letters; the table beneath a chart has it whole. */
function clipped(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}

/** What was done to whom, each from its first day to its last. */
export function SpanChart({ of }: { of: Span[] }) {
  const draw = useCallback(
    (width: number) => {
      const room = Math.min(220, width * 0.4);
      return Plot.plot({
        width,
        height: 50 + 22 * of.length,
        marginLeft: room,
        x: { type: 'utc', label: null, grid: true },
        y: { label: null, domain: of.map((s) => s.name), tickFormat: (name: string) => clipped(name, Math.floor(room / letter)) },
        color: { legend: false },
        marks: [
          Plot.ruleY(of, { y: 'name', x1: (s: Span) => new Date(s.from), x2: (s: Span) => new Date(s.to), strokeWidth: 5, stroke: 'currentColor', strokeOpacity: 0.35 }),
          Plot.dot(of, { y: 'name', x: (s: Span) => new Date(s.from), fill: 'currentColor', r: 4 }),
          Plot.dot(of, { y: 'name', x: (s: Span) => new Date(s.to), fill: 'none', stroke: 'currentColor', r: 4 }),
        ],
      });
    },
    [of],
  );
  return <Chart label={`From the first day to the last: ${of.map((s) => `${s.name}, ${s.from} to ${s.to}`).join('; ')}`} draw={draw} />;
}
