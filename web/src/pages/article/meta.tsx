import { useAnnounced } from '../../parts/references.tsx';
import type { ArticleWhole } from './article.tsx';

/** What reference managers read of a page: React puts the elements into the document's head. */
export function CitationMeta({ of: article }: { of: ArticleWhole }) {
  const fields: [string, string | null | undefined][] = [
    ['z:itemType', 'newspaperArticle'], // without it Zotero takes the article for one of a journal
    ['citation_title', article.title],
    ['citation_publisher', article.publisher?.name],
    ['citation_journal_title', article.publisher?.name],
    ['citation_publication_date', article.publishedAt?.slice(0, 10).replaceAll('-', '/')],
    ['citation_language', article.language],
    ['citation_public_url', article.url],
  ];
  useAnnounced(article.id);
  return (
    <>
      {fields.map(([name, content]) => content && <meta key={name} name={name} content={content} />)}
      {article.authors?.map((author) => <meta key={author} name="citation_author" content={author} />)}
    </>
  );
}
