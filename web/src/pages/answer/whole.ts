import { useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import { AskMoreDocument, AskRowsDocument, type AskMoreQuery, type AskQueryVariables } from '../../gql/graphql.ts';
import type { Going } from '../../parts/more.tsx';
import type { Answer } from './rows.tsx';

/** So many rows, and claims with one side unnamed, come with an answer. */
const rowsAtOnce = 100;
const unnamedAtOnce = 50;

type Connection = 'statements' | 'claims' | 'figures' | 'disputes';
type Part = Connection | 'rows' | 'unnamed';

/** A part of a list, and what the next one is asked for by: a cursor, or how many to pass over; null at its end. */
interface Listed<N> {
  nodes: N[];
  next: string | number | null;
}

/** useList goes on with a list whose first part came with the answer of that key. */
function useList<N>(part: Part, key: unknown[], first: Listed<N>, ask: (from: string | number) => Promise<Listed<N>>) {
  return useInfiniteQuery({
    queryKey: ['answer', part, ...key],
    queryFn: ({ pageParam }) => (pageParam === null ? Promise.resolve(first) : ask(pageParam)),
    initialPageParam: null as string | number | null,
    initialData: { pages: [first], pageParams: [null] },
    getNextPageParam: (last) => last.next,
    staleTime: Infinity, // what was asked for belongs to this answer; a new one has another key
  });
}

function connection<N>(page: { nodes: N[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } | null | undefined): Listed<N> {
  return { nodes: page?.nodes ?? [], next: page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null };
}

/** One claim more is asked for than is shown, which says whether there are more. */
function unnamedFrom(claims: NonNullable<Answer['unnamed']>, before: number): Listed<NonNullable<Answer['unnamed']>[number]> {
  return { nodes: claims.slice(0, unnamedAtOnce), next: claims.length > unnamedAtOnce ? before + unnamedAtOnce : null };
}

/**
 * useWhole gives an answer with all of its lists that the reader has asked for, and how each goes on. at is when the answer came, for the same question may be answered
 * otherwise later. Rows are made of all reports, so that no cursor leads behind some of them: the next part is all that the API gives, with fewer quotes.
 */
export function useWhole(answer: Answer, asked: AskQueryVariables, at: number): { answer: Answer; more: Record<Part, Going> } {
  const key = [asked, at];
  const ask = async (part: Connection | 'unnamed', from: { after?: string; skip?: number }): Promise<NonNullable<AskMoreQuery['ask']> | null> =>
    (await request(AskMoreDocument, { ...asked, ...from, [part]: true })).ask;
  const statements = useList('statements', key, connection(answer.statements), async (after) => connection((await ask('statements', { after: String(after) }))?.statements));
  const claims = useList('claims', key, connection(answer.claims), async (after) => connection((await ask('claims', { after: String(after) }))?.claims));
  const figures = useList('figures', key, connection(answer.figures), async (after) => connection((await ask('figures', { after: String(after) }))?.figures));
  const disputes = useList('disputes', key, connection(answer.disputes), async (after) => connection((await ask('disputes', { after: String(after) }))?.disputes));
  const unnamed = useList('unnamed', key, unnamedFrom(answer.unnamed ?? [], 0), async (skip) => unnamedFrom((await ask('unnamed', { skip: Number(skip) }))?.unnamed ?? [], Number(skip)));
  const rows = useList('rows', key, { nodes: answer.rows ?? [], next: (answer.rows?.length ?? 0) >= rowsAtOnce ? rowsAtOnce : null }, async (from) => ({
    nodes: ((await request(AskRowsDocument, asked)).ask?.rows ?? []).slice(Number(from)),
    next: null,
  }));
  return {
    answer: {
      ...answer,
      rows: answer.rows && all(rows),
      unnamed: answer.unnamed && all(unnamed),
      statements: answer.statements && { ...answer.statements, nodes: all(statements) },
      claims: answer.claims && { ...answer.claims, nodes: all(claims) },
      figures: answer.figures && { ...answer.figures, nodes: all(figures) },
      disputes: answer.disputes && { ...answer.disputes, nodes: all(disputes) },
    },
    more: { rows, unnamed, statements, claims, figures, disputes },
  };
}

function all<N>(list: { data: { pages: Listed<N>[] } }): N[] {
  return list.data.pages.flatMap(({ nodes }) => nodes);
}
