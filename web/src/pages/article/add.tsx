import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useState } from 'react';
import { request } from '../../api/request.ts';
import { useParams } from '../../app/address.ts';
import { AddStatementDocument, type Modality } from '../../gql/graphql.ts';
import { DecisionForm } from '../../parts/decision.tsx';
import { tell } from '../../parts/notice.tsx';
import { count, modalityWords } from '../../parts/words.ts';
import type { ArticleWhole } from './article.tsx';
import { ClaimFields, claimOf, emptyDraft, type Draft } from './claim-fields.tsx';
import { around, mostPlaces, places, type Span } from './gate.ts';
import { selectedSpan } from './selection.ts';

interface Props {
  article: ArticleWhole;
  page: React.RefObject<HTMLDivElement | null>;
}

/** A statement that was missed can be added by hand, with the claims that it makes: its words are selected in the text, or typed. */
export function AddStatement({ article, page }: Props) {
  const [given, setGiven] = useState<Span>();
  useEffect(() => {
    const listen = () => {
      const next = page.current && selectedSpan(page.current);
      if (next) setGiven(next);
    };
    document.addEventListener('selectionchange', listen);
    return () => document.removeEventListener('selectionchange', listen);
  }, [page]);
  const close = () => {
    window.getSelection()?.removeAllRanges(); // what stays selected would open the form again
    setGiven(undefined);
  };
  if (given) return <AddForm article={article} given={given} close={close} />;
  return (
    <p className="soft small noprint">
      Select words of the text to add a statement that was missed, or{' '}
      <button type="button" className="linklike" onClick={() => setGiven({ start: 0, end: 0, text: '' })}>
        type them
      </button>
      .
    </p>
  );
}

function AddForm({ article, given, close }: { article: ArticleWhole; given: Span; close: () => void }) {
  const words = useWords(article.text, given);
  const [speaker, setSpeaker] = useState('');
  const [modality, setModality] = useState<Modality>('ASSERTED');
  const [claims, setClaims] = useState<readonly Draft[]>([]);
  const { change } = useParams();
  const cache = useQueryClient();
  const decide = async (by: string, reason: string) => {
    if (!words.place) throw new Error('Give words that stand in the article, and say which of their places is meant.');
    const { start, end, text: exact } = words.place;
    const statement = { article: article.id, exact, start, end, speaker: speaker || undefined, modality, claims: claims.map(claimOf) };
    const added = await request(AddStatementDocument, { statement, by, reason });
    await cache.invalidateQueries();
    close();
    tell('Added');
    if (added.addStatement) change({ statement: added.addStatement.id }, { replace: true });
  };
  return (
    <section className="card noprint" aria-label="Add a statement">
      <h3>Add a statement</h3>
      <Words of={words} text={article.text} />
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
            {Object.entries(modalityWords).map(([id, said]) => (
              <option key={id} value={id}>
                {said}
              </option>
            ))}
          </select>
        </label>
      </div>
      {claims.map((draft, i) => (
        <ClaimFields
          key={i}
          of={draft}
          nth={i + 1}
          actors={article.actors.nodes}
          change={(next) => setClaims(claims.map((one, j) => (j === i ? next : one)))}
          remove={() => setClaims(claims.filter((_, j) => j !== i))}
        />
      ))}
      <p>
        <button type="button" className="button" onClick={() => setClaims([...claims, emptyDraft])}>
          {claims.length === 0 ? 'A claim that it makes…' : 'Another claim…'}
        </button>
      </p>
      <DecisionForm label="Add" onCancel={close} decide={decide} />
    </section>
  );
}

interface Given {
  words: string;
  write: (words: string) => void;
  found: Span[]; // every place where the words stand
  place: Span | undefined; // the one that is meant; undefined while that is open
  choose: (start: number) => void;
}

/** useWords keeps the words that a statement is made of and says at once whether and where they stand in the text. */
function useWords(text: string, given: Span): Given {
  const [words, write] = useState(given.text);
  const [start, choose] = useState(given.start);
  useEffect(() => {
    write(given.text);
    choose(given.start);
  }, [given]);
  const found = useMemo(() => places(text, words.trim()), [text, words]);
  const place = found.length === 1 ? found[0] : found.find((p) => p.start === start);
  return { words, write: (next) => (write(next), choose(-1)), found, place, choose };
}

function Words({ of: { words, write, found, place, choose }, text }: { of: Given; text: string }) {
  const told = useId();
  const empty = words.trim() === '';
  return (
    <>
      <label className="field">
        The words
        <textarea rows={3} value={words} onChange={(e) => write(e.target.value)} aria-describedby={told} aria-invalid={!empty && found.length === 0} dir="auto" />
      </label>
      <p id={told} role="status" className={found.length === 0 && !empty ? 'small gate refused' : 'small gate'}>
        {empty && 'Select them in the text, or type or paste them here.'}
        {!empty && found.length === 0 && 'They do not stand in the article, letter by letter.'}
        {place && '✓ They stand in the article.'}
        {found.length > 1 && !place && `They stand there ${found.length === mostPlaces ? `${mostPlaces} times or more; take more words` : count(found.length, 'time')}. Which is meant?`}
      </p>
      {found.length > 1 && (
        <label className="field">
          Which of them
          <select value={place?.start ?? -1} onChange={(e) => choose(Number(e.target.value))}>
            <option value={-1}>choose…</option>
            {found.map((p) => (
              <option key={p.start} value={p.start}>
                {around(text, p)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
