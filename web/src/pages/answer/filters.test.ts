import { expect, it } from 'vitest';
import { variables } from './filters.ts';

const of = (search: string) => JSON.parse(JSON.stringify(variables(new URLSearchParams(search)))) as unknown;

it('takes what the address says', () =>
  expect(of('q=Who+met+Zed%3F&asOf=2022-03&via=The+Desk&hedged=1&reading=2&targetId=ent_1')).toEqual({ question: 'Who met Zed?', asOf: '2022-03', via: 'The Desk', includeNonFactual: true, reading: 2, targetId: 'ent_1' }));
it('leaves out what is empty or makes no sense', () => expect(of('q=x&asOf=&reading=-1&hedged=no&speaker=+')).toEqual({ question: 'x' }));
