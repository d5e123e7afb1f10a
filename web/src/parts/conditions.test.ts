import { expect, it } from 'vitest';
import { articleConditions, claimConditions, statementConditions, statementsNarrowed } from './conditions.ts';

const get = (search: string) => (name: string) => new URLSearchParams(search).get(name) ?? '';
const plain = (value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as unknown;

const known = { or: [{ publishedAt: { lte: '2022-03' } }, { publishedAt: { isNull: true }, retrievedAt: { lte: '2022-03' } }] };
const through = [{ via: { some: { called: "The Desk's 5%" } } }, { article: { publisher: { called: "The Desk's 5%" } } }];

it('sets no condition where the address has none', () => {
  expect(plain(statementConditions(get('tab=did&since=')))).toEqual({});
  expect(statementsNarrowed(get(''))).toBeUndefined();
  expect(plain(claimConditions(get('')))).toEqual({});
  expect(articleConditions(get(''))).toBeUndefined();
});
it('takes days, what was out by then, and channel or outlet', () => {
  const search = 'since=2021&asOf=2022-02&knownAt=2022-03&via=The+Desk%27s+5%25';
  expect(plain(statementsNarrowed(get(search)))).toEqual({ date: { gte: '2021', lte: '2022-02' }, article: known, or: through });
  expect(plain(claimConditions(get(search)))).toEqual({ firstOn: { gte: '2021', lte: '2022-02' }, assertedBy: { some: { statement: { article: known, or: through } } } });
  expect(plain(articleConditions(get(search)))).toEqual({ and: [{ publishedAt: { gte: '2021', lte: '2022-02' } }, known, { publisher: { called: "The Desk's 5%" } }] });
});
it('asks one statement of a claim for speaker and day of knowledge', () =>
  expect(plain(claimConditions(get('knownAt=2022-03&speaker=Zed')))).toEqual({ assertedBy: { some: { statement: { article: known, speaker: { called: 'Zed' } } } } }));
