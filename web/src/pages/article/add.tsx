import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { request } from '../../api/request.ts';
import { useParams } from '../../app/address.ts';
import { AddStatementDocument, type Modality } from '../../gql/graphql.ts';
import { DecisionForm } from '../../parts/decision.tsx';
import { tell } from '../../parts/notice.tsx';
import { modalityWords } from '../../parts/words.ts';
import type { ArticleWhole } from './article.tsx';
import { selectedSpan, type Span } from './selection.ts';

/** Words that are selected in the text can be added as a statement by hand; the server refuses words that do not stand there. */
export function AddStatement({ article, page }: { article: ArticleWhole; page: React.RefObject<HTMLDivElement | null> }) {
  const [span, setSpan] = useState<Span>();
  const [speaker, setSpeaker] = useState('');
  const [modality, setModality] = useState<Modality>('ASSERTED');
  const { change } = useParams();
  const cache = useQueryClient();
  useEffect(() => {
    const listen = () => {
      const next = page.current && selectedSpan(page.current);
      if (next) setSpan(next);
    };
    document.addEventListener('selectionchange', listen);
    return () => document.removeEventListener('selectionchange', listen);
  }, [page]);
  if (!span) return <p className="soft small noprint">Select words of the text to add a statement that was missed.</p>;
  return (
    <section className="card noprint" aria-label="Add a statement">
      <h3>Add a statement</h3>
      <blockquote className="quote" dir="auto">
        {span.text}
      </blockquote>
      <div className="filters">
        <label className="field">
          Who says it
          <select value={speaker} onChange={(e) => setSpeaker(e.target.value)}>
            <option value="">the article itself</option>
            {article.actors.nodes.map((a) => (
              <option key={a.id} value={a.id}>
                {a.name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          How far the words commit
          <select value={modality} onChange={(e) => setModality(e.target.value as Modality)}>
            {Object.entries(modalityWords).map(([id, words]) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </div>
      <DecisionForm
        label="Add"
        onCancel={() => setSpan(undefined)}
        decide={async (by, reason) => {
          const statement = { article: article.id, exact: span.text, start: span.start, end: span.end, speaker: speaker || undefined, modality };
          const added = await request(AddStatementDocument, { statement, by, reason });
          await cache.invalidateQueries();
          setSpan(undefined);
          tell('Added');
          if (added.addStatement) change({ statement: added.addStatement.id }, { replace: true });
        }}
      />
    </section>
  );
}
