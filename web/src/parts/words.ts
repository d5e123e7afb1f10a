import type { AbsenceKind, ContradictionKind, Modality, StatementKind, Verdict } from '../gql/graphql.ts';

/** A predicate's id as it reads in a sentence, where the label was not asked for: SOUGHT_RECOGNITION → sought recognition. */
export function predicateWords(id: string): string {
  return id.toLowerCase().replaceAll('_', ' ');
}

/** How a modality is told beside words that are weaker than an assertion. */
export const modalityWords: Record<Modality, string> = {
  ASSERTED: 'asserted',
  HEDGED: 'hedged',
  FUTURE: 'to come',
  HYPOTHETICAL: 'hypothetical',
  ORDERED: 'demanded',
  QUESTIONED: 'questioned',
  DOUBTFUL: 'not sure that it was read rightly',
};

export const kindWords: Record<StatementKind, string> = { SPEECH: 'said', STANCE: 'stance', NARRATED: 'the article’s own words' };

export const contradictionWords: Record<ContradictionKind, string> = {
  NEGATION: 'one says so, the other says it is not so',
  INCOMPATIBLE: 'they exclude each other',
  QUANTITY: 'different figures',
  ATTRIBUTION: 'different actors for one deed',
};

export const absenceWords: Record<AbsenceKind, string> = {
  UNNAMED: 'It is told with one side that has no name.',
  NO_STATEMENT: 'The articles name those whom you ask about, and none asserts this.',
  DENIED: 'Nobody asserts this, and at least one statement denies it.',
  DECLINED_TO_COMMENT: 'Nobody asserts or denies this; somebody was asked and did not comment.',
  NOT_COVERED: 'No article in the graph names those whom you ask about.',
};

export const verdictWords: Record<Exclude<Verdict, 'SPLIT'>, string> = { SAME: 'are one', DIFFERENT: 'are two', UNSURE: 'may be one' };

/** count writes a number with the right form of its noun. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** How a statement came into the graph: by which reader, by whose hand, or from elsewhere, and by which words it was found. */
export function foundBy(extractor: string, cue: { text: string }[]): string {
  const by = extractor === 'imported' ? 'Imported as it was read elsewhere' : extractor.startsWith('by hand: ') ? `Added by hand by ${extractor.slice(9)}` : `Found by ${extractor}`;
  return cue.length > 0 ? `${by}, at the words “${cue.map((c) => c.text).join('” and “')}”` : by;
}
