import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { to } from '../app/address.ts';
import type { CitedFragment, ClaimRefFragment } from '../gql/graphql.ts';
import { figureWords } from '../parts/claims.tsx';
import { speakerName } from '../parts/citation.ts';
import { Day } from '../parts/day.tsx';

const Chart = lazy(async () => ({ default: (await import('../charts/figures.tsx')).FigureChart }));

/** A claim with a figure, and the names of those who give it. */
export type Figure = ClaimRefFragment & { speakers: string[] };

/** speakersOf names those whose words statements are, each once, in their order. */
export function speakersOf(statements: CitedFragment[]): string[] {
  return [...new Set(statements.map(speakerName))];
}

/** Figures that are given for one thing and who gives them, as a table and as a chart. Nothing is shown of claims without figures. */
export function Figures({ of }: { of: Figure[] }) {
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
            <th>Who says so</th>
            <th>Claim</th>
            <th>First said</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((c) => (
            <tr key={c.id}>
              <td className="number">{figureWords(c)}</td>
              <td>
                <bdi>{c.speakers.join(', ')}</bdi>
              </td>
              <td>
                <Link href={to.claim(c.id)}>{c.text}</Link>
              </td>
              <td>{c.firstOn ? <Day of={c.firstOn} /> : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
