import type { AskQueryVariables } from '../../gql/graphql.ts';

/** What an answer may be narrowed to, by the names of the parameters of its address: dates, and names of who says it and what it came through. */
export const filterNames = ['asOf', 'since', 'knownAt', 'speaker', 'via'] as const;

/** A year, a month or a day. */
export const datePattern = '\\d{4}(-\\d{2}(-\\d{2})?)?';

/** variables gives what an answer's address asks for; parameters that are empty or make no sense are left to the API's defaults. */
export function variables(params: URLSearchParams): AskQueryVariables {
  const text = (name: string) => params.get(name)?.trim() || undefined;
  const reading = Number(params.get('reading'));
  return {
    question: text('q') ?? '',
    reading: Number.isInteger(reading) && reading > 0 ? reading : undefined,
    actorId: text('actorId'),
    targetId: text('targetId'),
    ...Object.fromEntries(filterNames.map((name) => [name, text(name)])),
    includeNonFactual: params.get('hedged') === '1' || undefined,
  };
}
