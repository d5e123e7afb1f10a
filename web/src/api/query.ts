import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { TypedDocumentString } from '../gql/graphql.ts';
import { request } from './request.ts';

/** Answers stay fresh for a minute, so that Back shows at once what was there; nothing is asked again behind the reader's back. */
export const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 60_000, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false } },
});

/** Asks for one document; the page before stays until the answer is there when keep is set. */
export function useAsk<R, V>(document: TypedDocumentString<R, V>, variables: V, options: { enabled?: boolean; keep?: boolean } = {}) {
  return useQuery({
    queryKey: [document.toString(), variables],
    queryFn: ({ signal }) => request(document, variables, signal),
    enabled: options.enabled ?? true,
    placeholderData: options.keep ? keepPreviousData : undefined,
  });
}

/** A page of a connection. */
export interface Page<N> {
  nodes: N[];
  totalCount?: number; // undefined where it is asked for by itself
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Asks for a list page by page; of finds the connection in an answer. later are variables that are others after the first page. */
export function usePages<R, V extends { after?: string | null }, N>(document: TypedDocumentString<R, V>, variables: V, of: (answer: R) => Page<N> | null | undefined, later?: Partial<V>) {
  return useInfiniteQuery({
    queryKey: [document.toString(), 'pages', variables],
    queryFn: async ({ signal, pageParam }) => of(await request(document, { ...variables, ...(pageParam !== null && later), after: pageParam }, signal)) ?? noPage<N>(),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.pageInfo.hasNextPage ? last.pageInfo.endCursor : null),
  });
}

function noPage<N>(): Page<N> {
  return { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } };
}
