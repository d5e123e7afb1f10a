import { expect, it } from 'vitest';
import { arrangementFile, graphML, readArrangement, svg } from './files.ts';
import type { Model } from './model.ts';

const model: Model = {
  actors: new Map([
    ['a', { __typename: 'Person', id: 'a', name: 'A & <b>', kind: null }],
    ['c', { __typename: 'Place', id: 'c', name: 'C', kind: null }],
  ]),
  ties: new Map([['t', { id: 't', from: 'a', to: 'c', predicate: 'MET', label: 'met', claims: ['1'], origins: 2, contested: true, firstOn: '2022', lastOn: '' }]]),
  more: new Map(),
};

it('keeps an arrangement', () => {
  expect(readArrangement(arrangementFile({ a: { x: 1, y: -2 } }, 'x'))).toEqual({ a: { x: 1, y: -2 } });
  expect(() => readArrangement('{')).toThrow('not JSON');
  expect(() => readArrangement('{"spots": {}}')).toThrow('saved here');
  expect(() => readArrangement('null')).toThrow('saved here');
});
it('writes names as text', () => {
  for (const text of [graphML(model, {}), svg(model, { a: { x: 0, y: 0 }, c: { x: 1, y: 1 } })]) {
    expect(text).toContain('A &amp; &lt;b&gt;');
    expect(text).not.toContain('<b>');
  }
  expect(svg(model, {})).toContain('stroke-dasharray');
});
