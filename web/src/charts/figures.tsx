import * as Plot from '@observablehq/plot';
import type { ClaimRefFragment } from '../gql/graphql.ts';
import type { Figure } from '../pages/figures.tsx';
import { figureWords } from '../parts/claims.tsx';
import { Chart } from './chart.tsx';

// Which way a bound points: a figure "at least" may be more.
const arrows: Partial<Record<NonNullable<ClaimRefFragment['bound']>, string>> = { AT_LEAST: '▸', MORE_THAN: '▸', AT_MOST: '◂', LESS_THAN: '◂', ABOUT: '◇' };

/** So many letters of a chart's words are shown; the table beneath has them whole. */
const most = 44;

/** labelOf says a figure with its bound and who gives it. */
function labelOf(c: Figure): string {
  const label = [figureWords(c), c.speakers.join(', ')].filter(Boolean).join(' · ');
  const letters = Array.from(label);
  return letters.length <= most ? label : `${letters.slice(0, most - 1).join('')}…`;
}

/** Figures for one thing on one scale, each with its bound and its speakers. The table beneath says the same. */
export function FigureChart({ of }: { of: Figure[] }) {
  const most = Math.max(...of.map((c) => c.quantity ?? 0));
  const small = (c: ClaimRefFragment) => (c.quantity ?? 0) < most / 2;
  return (
    <Chart
      label={`Figures: ${of.map(labelOf).join('; ')}`}
      draw={(width) =>
        Plot.plot({
          width,
          height: 60 + 28 * of.length,
          marginLeft: 16,
          marginRight: 16,
          x: { label: of[0]?.unit ?? null, zero: true, grid: true },
          y: { axis: null, padding: 0.5 },
          marks: [
            Plot.ruleX([0]),
            Plot.ruleY(of, { x: 'quantity', y: 'id', strokeOpacity: 0.3 }),
            Plot.text(of, { x: 'quantity', y: 'id', text: (c: ClaimRefFragment) => arrows[c.bound ?? 'EXACTLY'] ?? '●', fontSize: 16, fill: 'currentColor' }),
            // Words on the right half stand to the left of their figure, so that they are never cut off.
            Plot.text(of.filter(small), { x: 'quantity', y: 'id', text: labelOf, textAnchor: 'start', dx: 12, fontSize: 12, fill: 'currentColor' }),
            Plot.text(of.filter((c) => !small(c)), { x: 'quantity', y: 'id', text: labelOf, textAnchor: 'end', dx: -12, dy: -8, fontSize: 12, fill: 'currentColor' }),
          ],
        })
      }
    />
  );
}
