import * as Plot from '@observablehq/plot';
import type { ClaimRefFragment } from '../gql/graphql.ts';
import { figureWords } from '../parts/claims.tsx';
import { Chart } from './chart.tsx';

// Which way a bound points: a figure "at least" may be more.
const arrows: Partial<Record<NonNullable<ClaimRefFragment['bound']>, string>> = { AT_LEAST: '▸', MORE_THAN: '▸', AT_MOST: '◂', LESS_THAN: '◂', ABOUT: '◇' };

/** Figures for one thing on one scale, each with its bound. The table beneath says the same. */
export function FigureChart({ of }: { of: ClaimRefFragment[] }) {
  return (
    <Chart
      label={`Figures: ${of.map(figureWords).join('; ')}`}
      draw={(width) =>
        Plot.plot({
          width,
          height: 60 + 28 * of.length,
          marginLeft: 16,
          marginRight: 60,
          x: { label: of[0]?.unit ?? null, zero: true, grid: true, insetRight: 40 },
          y: { axis: null, padding: 0.5 },
          marks: [
            Plot.ruleX([0]),
            Plot.ruleY(of, { x: 'quantity', y: 'id', strokeOpacity: 0.3 }),
            Plot.text(of, { x: 'quantity', y: 'id', text: (c: ClaimRefFragment) => arrows[c.bound ?? 'EXACTLY'] ?? '●', fontSize: 16, fill: 'currentColor' }),
            Plot.text(of, { x: 'quantity', y: 'id', text: figureWords, textAnchor: 'start', dx: 12, fill: 'currentColor' }),
          ],
        })
      }
    />
  );
}
