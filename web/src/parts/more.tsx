import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Page } from '../api/query.ts';
import { Failure, Waiting } from './states.tsx';
import { count } from './words.ts';

/** A list that goes on page by page when the reader says so. */
export function MoreList<N>({ pages, what, empty, children }: { pages: UseInfiniteQueryResult<InfiniteData<Page<N>>, Error>; what: string; empty: React.ReactNode; children: (node: N) => React.ReactNode }) {
  if (pages.isPending) return <Waiting />;
  if (pages.isError) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  const nodes = pages.data.pages.flatMap((p) => p.nodes);
  const total = pages.data.pages[0]?.totalCount ?? 0;
  if (nodes.length === 0) return empty;
  return (
    <>
      <p className="soft small" role="status">
        {nodes.length < total ? `${nodes.length} of ${count(total, what)}` : count(total, what)}
      </p>
      <div className="stack">{nodes.map(children)}</div>
      {pages.hasNextPage && (
        <p>
          <button type="button" className="button" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {pages.isFetchingNextPage ? 'Asking…' : 'More'}
          </button>
        </p>
      )}
    </>
  );
}
