import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Page } from '../api/query.ts';
import { ExportMenu } from './export-menu.tsx';
import type { Line } from './export.ts';
import { References } from './references.tsx';
import { Failure, Waiting } from './states.tsx';
import { count } from './words.ts';

interface Props<N> {
  pages: UseInfiniteQueryResult<InfiniteData<Page<N>>, Error>;
  what: string; // the noun for one of them
  empty: React.ReactNode;
  lines?: (node: N) => Line[]; // what a node is in an export; a list without has none
  children: (node: N) => React.ReactNode;
}

/** How a list goes on. */
export type Going = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'isError' | 'error'> & { fetchNextPage: () => unknown };

/** Asks for the next part of a list, where there is one, and says what is wrong when it does not come. */
export function More({ of, children }: { of: Going; children?: React.ReactNode }) {
  return (
    <>
      {of.isError && of.error && <Failure error={of.error} />}
      {of.hasNextPage && (
        <p className="row noprint">
          <button type="button" className="button" disabled={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
            {of.isFetchingNextPage ? 'Asking…' : 'More'}
          </button>
          {children && <span className="soft small">{children}</span>}
        </p>
      )}
    </>
  );
}

/** A list that goes on page by page when the reader says so. Its export holds what is seen, and what is seen stays when the next page fails. */
export function MoreList<N>({ pages, what, empty, lines, children }: Props<N>) {
  if (pages.isPending) return <Waiting />;
  if (!pages.data) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  const nodes = pages.data.pages.flatMap((p) => p.nodes);
  const total = pages.data.pages[0]?.totalCount ?? 0;
  if (nodes.length === 0) return empty;
  return (
    <>
      <div className="row list-head">
        <span className="soft small" role="status">
          {nodes.length < total ? `${nodes.length} of ${count(total, what)}` : count(total, what)}
        </span>
        {lines && <References of={nodes.flatMap(lines).flatMap(({ evidence }) => evidence)} />}
        {lines && <ExportMenu name={`sayso-${what}s`} lines={() => nodes.flatMap(lines)} />}
      </div>
      <div className="stack">{nodes.map(children)}</div>
      <More of={pages} />
    </>
  );
}
