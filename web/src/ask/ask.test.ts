import { describe, expect, it } from 'vitest';
import { looksQuoted } from './destination.ts';
import { offersOf, parted } from './suggestions.ts';

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

it('goes on with a question by the names that begin like its last word', () => {
  expect(parted('who met the jo')).toEqual({ head: 'who met the ', tail: 'jo' });
  expect(parted('jo')).toEqual({ head: '', tail: 'jo' });
  const place = (id: string, name: string) => ({ name, known: 1, node: { __typename: 'Place' as const, id, name, kind: null, description: null } });
  const data = { suggest: [], tail: [place('e1', 'Recife'), place('e2', 'Recanati')], search: { nodes: [] } };
  expect(offersOf(data, 'who met ').map((o) => o.href)).toEqual(['/answer?q=who+met+Recife%3F', '/answer?q=who+met+Recanati%3F']);
});
it('offers what may be asked of a name', () => {
  const zed = { name: 'Zed', known: 2, node: { __typename: 'Person' as const, id: 'p', name: 'Zed', kind: null, description: null } };
  expect(offersOf({ suggest: [zed], search: { nodes: [] } }).map((o) => o.text)).toEqual(['Zed', 'What did Zed say?', 'What did Zed do?']);
});
