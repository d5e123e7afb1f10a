import { lazy, Suspense } from 'react';
import type { ClaimRefFragment } from '../gql/graphql.ts';
import { figureWords } from '../parts/claims.tsx';
import { Day } from '../parts/day.tsx';

const Chart = lazy(async () => ({ default: (await import('../charts/figures.tsx')).FigureChart }));

/** Figures that are given for one thing, as a table and as a chart. Nothing is shown of claims without figures. */
export function Figures({ of }: { of: ClaimRefFragment[] }) {
  const figures = of.filter((c) => c.quantity !== null);
  if (figures.length === 0) return null;
  return (
    <section>
      <h2>Figures</h2>
      {figures.length > 1 && (
        <Suspense fallback={null}>
          <Chart of={figures} />
        </Suspense>
      )}
      <table>
        <thead>
          <tr>
            <th>Figure</th>
            <th>Claim</th>
            <th>First said</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((c) => (
            <tr key={c.id}>
              <td className="number">{figureWords(c)}</td>
              <td>{c.text}</td>
              <td>{c.firstOn ? <Day of={c.firstOn} /> : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
