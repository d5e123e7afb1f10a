import * as Plot from '@observablehq/plot';
import type { ClaimRefFragment } from '../gql/graphql.ts';
import { figureWords } from '../parts/claims.tsx';
import { Chart } from './chart.tsx';

// Which way a bound points: a figure "at least" may be more.
const arrows: Partial<Record<NonNullable<ClaimRefFragment['bound']>, string>> = { AT_LEAST: '▸', MORE_THAN: '▸', AT_MOST: '◂', LESS_THAN: '◂', ABOUT: '◇' };

/** Figures for one thing on one scale, each with its bound. The table beneath says the same. */
export function FigureChart({ of }: { of: ClaimRefFragment[] }) {
  const most = Math.max(...of.map((c) => c.quantity ?? 0));
  const small = (c: ClaimRefFragment) => (c.quantity ?? 0) < most / 2;
  return (
    <Chart
      label={`Figures: ${of.map(figureWords).join('; ')}`}
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
            Plot.text(of.filter(small), { x: 'quantity', y: 'id', text: figureWords, textAnchor: 'start', dx: 12, fill: 'currentColor' }),
            Plot.text(of.filter((c) => !small(c)), { x: 'quantity', y: 'id', text: figureWords, textAnchor: 'end', dx: -12, dy: -8, fill: 'currentColor' }),
          ],
        })
      }
    />
  );
}
