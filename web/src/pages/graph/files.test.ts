import { expect, it } from 'vitest';
import { graphFile, graphML, readGraph, svg } from './files.ts';
import type { Model } from './model.ts';

const model: Model = {
  actors: new Map([
    ['a', { __typename: 'Person', id: 'a', name: 'A & <b>', kind: null }],
    ['c', { __typename: 'Place', id: 'c', name: 'C', kind: null }],
  ]),
  ties: new Map([['t', { id: 't', from: 'a', to: 'c', predicate: 'MET', label: 'met', claims: ['1'], origins: 2, contested: true, firstOn: '2022', lastOn: '' }]]),
  more: new Map(),
};

it('keeps a graph and its arrangement', () => {
  const spots = { a: { x: 1, y: -2 } };
  expect(readGraph(graphFile({ model, spots }, 'x'))).toEqual({ model, spots });
});
it('says what is no graph, and leaves out what it cannot draw', () => {
  expect(() => readGraph('{')).toThrow('not JSON');
  expect(() => readGraph('{"spots": {}}')).toThrow('saved here');
  expect(() => readGraph('null')).toThrow('saved here');
  const read = readGraph('{"format": "sayso-graph/1", "actors": [{"id": "a", "name": "A", "__typename": "Ship"}, null], "ties": [{"id": "t", "from": "a", "to": "b"}], "spots": {"a": {"x": "left"}}}');
  expect([read.model.actors.size, read.model.ties.size, read.spots]).toEqual([0, 0, {}]);
});
it('writes names as text', () => {
  for (const text of [graphML(model, {}), svg(model, { a: { x: 0, y: 0 }, c: { x: 1, y: 1 } })]) {
    expect(text).toContain('A &amp; &lt;b&gt;');
    expect(text).not.toContain('<b>');
  }
  expect(svg(model, {})).toContain('stroke-dasharray');
});
