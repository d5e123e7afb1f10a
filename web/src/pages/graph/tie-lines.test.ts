import { expect, it } from 'vitest';
import type { ClaimCitedFragment } from '../../gql/graphql.ts';
import type { Tie } from './model.ts';
import { tieLines } from './tie-lines.ts';

const tie = (...claims: string[]) => ({ claims }) as Tie;

function claim(id: string): ClaimCitedFragment {
  return { id, negated: false, quantity: null, predicate: { label: 'met' }, subjectText: `who ${id}`, statements: { nodes: [] } } as unknown as ClaimCitedFragment;
}

it('asks for the claims of all ties, fifty at once, and keeps the order of the ties', async () => {
  const asked: number[] = [];
  const ties = [tie('z'), tie(...Array.from({ length: 70 }, (_, i) => `c${i}`)), tie('a')];
  const lines = await tieLines(ties, undefined, (ids) => {
    asked.push(ids.length);
    return Promise.resolve([...ids].reverse().map(claim));
  });
  expect(asked).toEqual([50, 22]);
  expect(lines.map((l) => l.subject)).toEqual(['who z', ...Array.from({ length: 70 }, (_, i) => `who c${i}`), 'who a']);
});

it('leaves out a claim that is gone', async () => {
  const lines = await tieLines([tie('a', 'b')], undefined, () => Promise.resolve([claim('b')]));
  expect(lines.map((l) => l.subject)).toEqual(['who b']);
});
