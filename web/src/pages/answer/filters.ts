/** What an answer may be narrowed to, by the names of the parameters of its address. */
export interface Filters {
  asOf: string; // a date: what happened later is left out
  since: string; // a date: what happened earlier is left out
  knownAt: string; // a date: what was published later is left out
  speaker: string; // a name: only what it says
  via: string; // a name: only what came through it, or was published by it
}

export const filterNames = ['asOf', 'since', 'knownAt', 'speaker', 'via'] as const;

/** A year, a month or a day. */
export const datePattern = '\\d{4}(-\\d{2}(-\\d{2})?)?';

/**
 * withFilters adds filters to a question in the words that questions have for them, so that every family of questions takes them and the
 * interpretation tells them back.
 */
export function withFilters(question: string, f: Filters): string {
  const parts = [
    f.speaker && `according to ${f.speaker}`,
    f.via && `as reported by ${f.via}`,
    f.since && `since ${f.since}`,
    f.asOf && `as of ${f.asOf}`,
    f.knownAt && `as known on ${f.knownAt}`,
  ].filter(Boolean);
  if (parts.length === 0) return question;
  return `${question.trim().replace(/[?.!\s]+$/, '')}, ${parts.join(', ')}?`;
}
