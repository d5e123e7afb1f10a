import { expect, it } from 'vitest';
import type { ClaimRefFragment } from '../../gql/graphql.ts';
import { modelOf, predicatesOf, shown } from './model.ts';

const actor = (id: string) => ({ __typename: 'Person' as const, id, name: id, kind: null });
function claim(id: string, subject: string, predicate: string, object: string, more: Partial<ClaimRefFragment> = {}): ClaimRefFragment {
  return {
    id, text: id, negated: false, contested: false, predicate: { id: predicate, label: predicate.toLowerCase() }, subject: actor(subject), subjectText: null, object: actor(object),
    objectText: null, quantity: null, unit: null, bound: null, role: null, occurredOn: null, firstOn: null, lastOn: null, origins: 1, statementCount: 1, ...more,
  };
}
const claims = [claim('1', 'a', 'MET', 'b', { firstOn: '2022', lastOn: '2022' }), claim('2', 'a', 'MET', 'b', { firstOn: '2021', lastOn: '2021', origins: 3, contested: true }), claim('3', 'b', 'SUED', 'c')];
const around = { actor: actor('a'), neighbours: { totalCount: 5, edges: [{ node: actor('b'), claims: claims.slice(0, 2) }] } };

it('draws one edge for a pair and predicate', () => {
  const model = modelOf([around, around], [claims[0]!, claims[2]!], new Set());
  expect([...model.actors.keys()]).toEqual(['a', 'b', 'c']);
  expect([...model.ties.values()].map((t) => [t.id, t.claims, t.origins, t.contested, t.firstOn, t.lastOn])).toEqual([
    ['a MET b', ['1', '2'], 3, true, '2021', '2022'],
    ['b SUED c', ['3'], 1, false, '', ''],
  ]);
  expect(model.more.get('a')).toBe(4);
});
it('takes what is hidden or filtered out together with its ties', () => {
  expect([...modelOf([around], claims, new Set(['b'])).ties]).toEqual([]);
  const left = shown(modelOf([around], claims, new Set()), new Set(['MET']), ['a']);
  expect([...left.actors.keys()]).toEqual(['a', 'b', 'c']);
  expect([...shown(modelOf([around], claims, new Set()), new Set(['SUED']), ['a']).actors.keys()]).toEqual(['a', 'b']);
});
it('orders the legend by use', () => expect(predicatesOf(modelOf([], [...claims, claim('4', 'c', 'MET', 'a')], new Set())).map((p) => p.id)).toEqual(['MET', 'SUED']));
