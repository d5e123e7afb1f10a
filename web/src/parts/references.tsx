import { useEffect } from 'react';
import type { CitedFragment } from '../gql/graphql.ts';
import { coins } from './citation.ts';

/** The articles that statements stand in, for reference managers (COinS): a reader's Zotero offers to take those that the page cites. Nothing of it is seen. */
export function References({ of }: { of: CitedFragment[] }) {
  const articles = [...new Map(of.map(({ article }) => [article.id, article])).values()];
  useAnnounced(articles.map(({ id }) => id).join());
  return (
    <div hidden>
      {articles.map((article) => (
        <span key={article.id} className="Z3988" title={coins(article)} />
      ))}
    </div>
  );
}

/** useAnnounced tells Zotero that what it may take is another than when it looked last: pages here change without being loaded again. */
export function useAnnounced(what: string) {
  useEffect(() => {
    document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }));
  }, [what]);
}
