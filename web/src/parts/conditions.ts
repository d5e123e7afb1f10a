import type { ArticleWhere, ClaimWhere, DateFilter, StatementWhere } from '../gql/graphql.ts';

/** Reads a parameter of an address; '' where it has none. */
type Get = (name: string) => string;

/** within gives the days from since to asOf, where either is given. */
export function within(get: Get): DateFilter | undefined {
  const [since, asOf] = [get('since'), get('asOf')];
  return since || asOf ? { ...(since && { gte: since }), ...(asOf && { lte: asOf }) } : undefined;
}

/** knownBy is the condition that an article was out by the day of knownAt; one without a day of publication, that it had been fetched. */
function knownBy(get: Get): ArticleWhere | undefined {
  const day = get('knownAt');
  return day ? { or: [{ publishedAt: { lte: day } }, { publishedAt: { isNull: true }, retrievedAt: { lte: day } }] } : undefined;
}

/** through is the condition that a statement came through the channel of via, or that the outlet of that name published it. */
function through(get: Get): StatementWhere[] | undefined {
  const via = get('via');
  return via ? [{ via: { some: { called: via } } }, { article: { publisher: { called: via } } }] : undefined;
}

/** How an address narrows a list of statements; undefined stands for no condition. */
export interface StatementConditions {
  date?: DateFilter;
  article?: ArticleWhere;
  or?: StatementWhere[];
}

/** statementConditions gives the conditions that an address sets on statements: since and asOf on the day, knownAt on what was out by then, via on channel and outlet. */
export function statementConditions(get: Get): StatementConditions {
  return { date: within(get), article: knownBy(get), or: through(get) };
}

/** statementsNarrowed gives them as one object; undefined where the address sets none. */
export function statementsNarrowed(get: Get): StatementWhere | undefined {
  const given = Object.entries(statementConditions(get)).filter(([, condition]) => condition !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

/** claimConditions gives the conditions that an address sets on claims: the day they were first said, and a statement that says so by whom, through whom and by when. */
export function claimConditions(get: Get): Pick<ClaimWhere, 'firstOn' | 'assertedBy'> {
  const speaker = get('speaker');
  const statement = { article: knownBy(get), or: through(get), ...(speaker && { speaker: { called: speaker } }) };
  const says = Object.values(statement).some((condition) => condition !== undefined);
  return { firstOn: within(get), assertedBy: says ? { some: { statement } } : undefined };
}

/** articleConditions gives the conditions that an address sets on articles: the day of publication, the day by which they were out, and the outlet. */
export function articleConditions(get: Get): ArticleWhere | undefined {
  const [days, known, via] = [within(get), knownBy(get), get('via')];
  const all: ArticleWhere[] = [...(days ? [{ publishedAt: days }] : []), ...(known ? [known] : []), ...(via ? [{ publisher: { called: via } }] : [])];
  return all.length > 0 ? { and: all } : undefined;
}
