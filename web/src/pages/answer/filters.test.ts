import { expect, it } from 'vitest';
import { withFilters } from './filters.ts';

const none = { asOf: '', since: '', knownAt: '', speaker: '', via: '' };

it('leaves a question alone when nothing narrows it', () => expect(withFilters('Who met Zed?', none)).toBe('Who met Zed?'));
it('adds the filters in words', () =>
  expect(withFilters('Who met Zed ?', { ...none, asOf: '2022-03', via: 'Desk' })).toBe('Who met Zed, as reported by Desk, as of 2022-03?'));
