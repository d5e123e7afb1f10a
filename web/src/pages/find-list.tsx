import { FindDocument, type FindQuery } from '../gql/graphql.ts';
import { usePages, type Page } from '../api/query.ts';
import { Actor } from '../parts/actor.tsx';
import { ArticleLine } from '../parts/articles.tsx';
import { Evidence } from '../parts/evidence.tsx';
import type { Line } from '../parts/export.ts';
import { statementLine } from '../parts/lines.ts';
import { MoreList } from '../parts/more.tsx';
import { Nothing } from '../parts/states.tsx';

type Edge = NonNullable<FindQuery['search']>['edges'][number];

function pageOf(answer: FindQuery): Page<Edge> | null {
  return answer.search && { ...answer.search, nodes: answer.search.edges };
}

/** Everything that holds the words, best first. */
export function FindList({ query }: { query: string }) {
  const pages = usePages(FindDocument, { query }, pageOf);
  return (
    <MoreList pages={pages} what="thing" lines={(edge) => [foundLine(edge)]} empty={<Nothing>Nothing holds these words. Try fewer of them, or the beginning of a word with an asterisk: recogni*</Nothing>}>
      {(edge) => <Found key={edge.node.id} of={edge} />}
    </MoreList>
  );
}

/** What was found as a line of an export: actors and articles without a quote. */
function foundLine({ node }: Edge): Line {
  if (node.__typename === 'Statement' && 'quote' in node) return statementLine(node);
  const subject = 'name' in node ? node.name : 'title' in node ? (node.title ?? '') : '';
  const day = 'publishedAt' in node ? (node.publishedAt ?? '') : '';
  return { subject, deed: node.__typename.toLowerCase(), object: '', firstOn: day, lastOn: day, origins: '', evidence: [] };
}

function Found({ of: { node, highlights, passage } }: { of: Edge }) {
  if (node.__typename === 'Statement' && 'quote' in node) return <Evidence of={node} />;
  return (
    <div>
      {node.__typename === 'Article' && 'originId' in node && <ArticleLine of={node} />}
      {'aliases' in node && 'name' in node && (
        <>
          <Actor of={node} /> <span className="soft small">{[node.description ?? node.kind, ...node.aliases.slice(0, 4)].filter(Boolean).join(' · ')}</span>
        </>
      )}
      {passage && (
        <p className="small" dir="auto">
          <Marked text={passage.text} words={highlights.map((h) => h.text)} />
        </p>
      )}
    </div>
  );
}

/** A passage with the words that were searched for marked in it. */
function Marked({ text, words }: { text: string; words: string[] }) {
  const found = [...new Set(words)].sort((a, b) => b.length - a.length).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (found.length === 0) return <>{text}</>;
  return <>{text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${found.join('|')})(?![\\p{L}\\p{N}])`, 'u')).map((part, i) => (i % 2 ? <mark key={i}>{part}</mark> : part))}</>;
}
