import { describe, expect, it } from 'vitest';
import { looksQuoted } from './destination.ts';
import { offersOf } from './suggestions.ts';

describe('looksQuoted', () => {
  it.each([
    ['“We never said so”', true],
    ['«Мы так не говорили»', true],
    ['North Korea recognized Donetsk and Luhansk as independent states on Wednesday', true],
    ['Who recognized the independence of Donetsk and Luhansk before the year 2022', false],
    ['Donetsk', false],
    ['Has anybody in the ministry ever said that this would end well?', false],
  ])('%s', (words, quoted) => expect(looksQuoted(words)).toBe(quoted));
});

it('offers each thing once and lets a deed go on as a question', () => {
  const offers = offersOf({
    suggest: [
      { name: 'recognized', known: 3, node: { __typename: 'Predicate', id: 'RECOGNIZED', label: 'recognized', inverse: null } },
      { name: 'Rec', known: 1, node: { __typename: 'Place', id: 'e1', name: 'Recife', kind: null, description: null } },
      { name: 'Recife', known: 1, node: { __typename: 'Place', id: 'e1', name: 'Recife', kind: null, description: null } },
    ],
    search: { nodes: [] },
  });
  expect(offers.map((o) => [o.text, o.href])).toEqual([['Who recognized ', undefined], ['Recife', '/actor/e1']]);
});
