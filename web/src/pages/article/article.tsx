import { useEffect, useMemo, useRef } from 'react';
import { useAsk } from '../../api/query.ts';
import { useParams } from '../../app/address.ts';
import { ArticleDocument, CopiesDocument, type ArticleQuery } from '../../gql/graphql.ts';
import { Actor } from '../../parts/actor.tsx';
import { ArticleLine } from '../../parts/articles.tsx';
import { Day } from '../../parts/day.tsx';
import { EvidenceList } from '../../parts/evidence.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { statementLine } from '../../parts/lines.ts';
import { copy } from '../../parts/notice.tsx';
import { Answered } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.ts';
import { count } from '../../parts/words.ts';
import { MissingPage } from '../missing.tsx';
import { AddStatement } from './add.tsx';
import { CitationMeta } from './meta.tsx';
import { paragraphs, type Mark } from './marks.ts';
import { Panel } from './panel.tsx';
import { Text } from './text.tsx';

export type ArticleWhole = Extract<ArticleQuery['article'], { __typename: 'Article' }>;
export type ArticleStatement = ArticleWhole['statements']['nodes'][number];

/** The stored text, whole, with what was read from it marked in place. */
export function ArticlePage({ id }: { id: string }) {
  const query = useAsk(ArticleDocument, { id });
  return (
    <Answered query={query}>
      {({ article }) => (article?.__typename === 'Article' ? <Whole of={article} /> : <MissingPage what="The graph has no article at this address; it may have been deleted." />)}
    </Answered>
  );
}

/** marksOf gives every stretch that something was read from. */
function marksOf(article: ArticleWhole, at: string): Mark[] {
  const marks: Mark[] = [];
  for (const s of article.statements.nodes) {
    for (const p of s.content) marks.push({ ...p, kind: 'statement', owner: s.id });
    for (const a of s.asserts) marks.push({ start: a.start, end: a.end, kind: 'claim', owner: s.id });
    for (const m of s.mentions) marks.push({ start: m.start, end: m.end, kind: 'mention', owner: s.id });
    for (const p of s.source) marks.push({ start: p.start, end: p.end, kind: 'mention', owner: s.id });
  }
  const [, start, end] = /^(\d+)-(\d+)$/.exec(at) ?? [];
  if (start && end) marks.push({ start: Number(start), end: Number(end), kind: 'found', owner: '' });
  return marks;
}

function Whole({ of: article }: { of: ArticleWhole }) {
  useTitle(article.title ?? 'Untitled article');
  const { get, change } = useParams();
  const statements = useMemo(() => [...article.statements.nodes].sort((a, b) => a.quote.start - b.quote.start || b.quote.end - a.quote.end), [article]);
  const text = useMemo(() => paragraphs(article.text, marksOf(article, get('at'))), [article, get('at')]);
  const selected = statements.find((s) => s.id === get('statement'));
  const page = useRef<HTMLDivElement>(null);
  const select = (id: string) => change({ statement: id }, { replace: true });
  useStepping(statements, selected, select);
  useEffect(() => {
    page.current?.querySelector('.seg.selected, .seg.found')?.scrollIntoView({ block: 'center' });
  }, [selected?.id]);
  return (
    <div className="article-page" ref={page}>
      <CitationMeta of={article} />
      <header>
        <h1>
          <bdi>{article.title ?? 'Untitled article'}</bdi>
        </h1>
        <Facts of={article} />
      </header>
      <Text of={text} statements={statements} selected={selected} select={select} />
      <aside aria-label="The marked statement">
        {get('statement') !== '' && !selected && (
          <p className="notice">The statement of this link is not in this article{article.statements.nodes.length < article.statements.totalCount ? ' among those that are shown' : ' any more; a newer reading may have replaced it'}.</p>
        )}
        <Panel of={selected} all={statements} select={select} />
        <AddStatement article={article} page={page} />
      </aside>
    </div>
  );
}

/** n and p go from mark to mark, as long as nothing is typed. */
function useStepping(statements: ArticleStatement[], selected: ArticleStatement | undefined, select: (id: string) => void) {
  useEffect(() => {
    const listen = (e: KeyboardEvent) => {
      const typing = e.target instanceof HTMLElement && e.target.closest('input, textarea, select, [role="menu"]');
      if (typing || e.ctrlKey || e.metaKey || e.altKey || (e.key !== 'n' && e.key !== 'p')) return;
      const at = selected ? statements.indexOf(selected) : e.key === 'n' ? -1 : statements.length;
      const next = statements[at + (e.key === 'n' ? 1 : -1)];
      if (next) select(next.id);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [statements, selected, select]);
}

/** Other articles of the same origin: copies of one text count once wherever origins are counted. */
function Copies({ of: article }: { of: ArticleWhole }) {
  const { data } = useAsk(CopiesDocument, { origin: article.originId, id: article.id });
  const copies = data?.articles;
  if (!copies || copies.totalCount === 0) return null;
  return (
    <details>
      <summary className="small">One origin with {count(copies.totalCount, 'other article')}</summary>
      <ul className="small">
        {copies.nodes.map((a) => (
          <li key={a.id}>
            <ArticleLine of={a} />
          </li>
        ))}
      </ul>
      {copies.nodes.length < copies.totalCount && <p className="soft small">The newest {copies.nodes.length} are shown.</p>}
    </details>
  );
}

function Facts({ of: article }: { of: ArticleWhole }) {
  return (
    <>
      <p className="row">
        {article.publisher && <Actor of={article.publisher} />}
        {article.authors && article.authors.length > 0 && <span>{article.authors.join(', ')}</span>}
        {article.publishedAt && <Day of={article.publishedAt} />}
        {article.url && /^https?:/.test(article.url) && (
          <a href={article.url} rel="noreferrer">
            original
          </a>
        )}
        <span className="soft small">
          {count(article.statements.totalCount, 'statement')}
          {article.retrievedAt && (
            <>
              , fetched <Day of={article.retrievedAt} />
            </>
          )}
          {article.reader && `, read by ${article.reader}`}
        </span>
      </p>
      <Copies of={article} />
      {article.unread && <p className="notice">Stored, and not read yet: {article.unreadReason}</p>}
      {article.correctedBy.map((a) => (
        <p className="notice" key={a.id}>
          Corrected by <ArticleLine of={a} />
        </p>
      ))}
      {article.corrects.map((a) => (
        <p className="notice" key={a.id}>
          Corrects <ArticleLine of={a} />
        </p>
      ))}
      {article.takesBack.length > 0 && (
        <details className="notice">
          <summary>Takes back {count(article.takesBack.length, 'statement')}</summary>
          <EvidenceList of={article.takesBack} open={20} />
        </details>
      )}
      <p className="row noprint">
        <button type="button" className="button" onClick={() => void copy(location.href, 'Link copied')}>
          Copy link
        </button>
        <ExportMenu name="sayso-article" lines={() => article.statements.nodes.map(statementLine)} />
        <span className="soft small legend">
          <span className="seg statement">said</span> <span className="seg statement narrated">the article’s own words</span> <span className="seg mention">name</span> · keys n and p go from statement to statement
        </span>
      </p>
    </>
  );
}
