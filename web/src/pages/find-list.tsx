import { FindDocument, type FindQuery } from '../gql/graphql.ts';
import { usePages, type Page } from '../api/query.ts';
import { Actor } from '../parts/actor.tsx';
import { ArticleLine } from '../parts/articles.tsx';
import { Evidence } from '../parts/evidence.tsx';
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
    <MoreList pages={pages} what="thing" empty={<Nothing>Nothing holds these words. Try fewer of them, or the beginning of a word with an asterisk: recogni*</Nothing>}>
      {(edge) => <Found key={edge.node.id} of={edge} />}
    </MoreList>
  );
}

function Found({ of: { node, highlights } }: { of: Edge }) {
  if (node.__typename === 'Statement' && 'quote' in node) return <Evidence of={node} />;
  return (
    <div>
      {node.__typename === 'Article' && 'originId' in node && <ArticleLine of={node} />}
      {'aliases' in node && 'name' in node && (
        <>
          <Actor of={node} /> <span className="soft small">{[node.description ?? node.kind, ...node.aliases.slice(0, 4)].filter(Boolean).join(' · ')}</span>
        </>
      )}
      {node.__typename === 'Article' &&
        highlights
          .filter((h) => h.field === 'text')
          .map((h) => (
            <p key={h.start} className="small" dir="auto">
              …{h.prefix}
              <mark>{h.text}</mark>
              {h.suffix}…
            </p>
          ))}
    </div>
  );
}
