import { expect, it } from 'vitest';
import type { Model, Tie } from './model.ts';
import { bySide, byTime, start } from './place.ts';

const actor = (id: string) => [id, { __typename: 'Person' as const, id, name: id, kind: null }] as const;
const tie = (from: string, to: string, firstOn: string) : [string, Tie] => [from + to, { id: from + to, from, to, predicate: 'MET', label: 'met', claims: [], origins: 1, contested: false, firstOn, lastOn: firstOn }];
const model: Model = { actors: new Map([actor('a'), actor('b'), actor('c')]), ties: new Map([tie('a', 'b', '2022'), tie('b', 'c', '2023')]), more: new Map() };

it('begins the same for the same ids', () => expect(start(['a', 'b'])).toEqual(start(['a', 'b'])));
it('orders by time', () => {
  const spots = byTime(model);
  expect(spots.a!.x).toBe(spots.b!.x);
  expect(spots.c!.x).toBeGreaterThan(spots.b!.x);
});
it('orders by side', () => {
  const spots = bySide(model);
  expect(spots.a!.x).toBeLessThan(spots.b!.x);
  expect(spots.b!.x).toBeLessThan(spots.c!.x);
});
it('runs no tie through an actor between its ends', () => {
  const ties = new Map([tie('a', 'b', '2022'), tie('b', 'c', '2022'), tie('c', 'a', '2022')]);
  const { a, b, c } = bySide({ ...model, ties });
  expect(new Set([a!.y, b!.y, c!.y]).size).toBe(3);
  expect((b!.x - a!.x) * (c!.y - a!.y) - (c!.x - a!.x) * (b!.y - a!.y)).not.toBe(0);
});
