import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../api/request.ts';
import { ReviewDocument, type Review } from '../../gql/graphql.ts';
import { Link } from 'wouter';
import { to } from '../../app/address.ts';
import { Actor } from '../../parts/actor.tsx';
import { ArticleLine } from '../../parts/articles.tsx';
import { ClaimLine } from '../../parts/claims.tsx';
import { Day } from '../../parts/day.tsx';
import { DecisionForm } from '../../parts/decision.tsx';
import { Evidence } from '../../parts/evidence.tsx';
import { tell } from '../../parts/notice.tsx';
import { Rules } from '../../parts/rules.tsx';
import { foundBy, modalityWords } from '../../parts/words.ts';
import type { ArticleStatement } from './article.tsx';

/** The selected statement: who says it, the claims it makes, the words and the rule that made it, and what a reader may decide. */
export function Panel({ of: s, all, select }: { of: ArticleStatement | undefined; all: ArticleStatement[]; select: (id: string) => void }) {
  if (!s) return <Index of={all} select={select} />;
  return (
    <div className="panel">
      <Evidence of={s} />
      <Lapse of={s} />
      {s.asserts.length > 0 && (
        <>
          <h3>Claims it makes</h3>
          <ul className="stack small">
            {s.asserts.map((a) => (
              <li key={a.claim.id + a.start}>
                <ClaimLine of={a.claim} /> {a.modality !== 'ASSERTED' && <span className="tag weak">{modalityWords[a.modality]}</span>}
                <div className="soft">
                  from “<bdi>{a.text}</bdi>”
                  <Rules of={a.rules} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {s.mentions.length > 0 && (
        <>
          <h3>Names in it</h3>
          <ul className="small">
            {s.mentions.map((m) => (
              <li key={m.start}>
                <bdi>{m.text}</bdi> → <Actor of={m.actor} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="soft small">
        {foundBy(s.extractor, s.cue)}
        {s.confidence !== null && <>, {Math.round(s.confidence * 100)} % sure</>}.
      </p>
      <Decide of={s} key={s.id} />
    </div>
  );
}

/** From when a statement does not hold any more, by which notice, and what took its place. */
function Lapse({ of: s }: { of: ArticleStatement }) {
  if (s.status === 'CURRENT') return null;
  return (
    <div className="notice small">
      <p>
        {s.status === 'CORRECTED' ? 'Corrected' : 'Taken back'}
        {s.lapsedOn && (
          <>
            {' '}
            as of <Day of={s.lapsedOn} />
          </>
        )}
        . {s.correctedBy && <Link href={to.statement(s.correctedBy.article.id, s.correctedBy.id)}>What took its place</Link>}
      </p>
      {s.notices.map((n) => (
        <p key={n.article.id + n.on}>
          {n.text && <q>{n.text}</q>} <ArticleLine of={n.article} />
        </p>
      ))}
    </div>
  );
}

function Index({ of, select }: { of: ArticleStatement[]; select: (id: string) => void }) {
  if (of.length === 0) return <p className="soft">Nothing was read from this article.</p>;
  return (
    <p className="soft small">
      {of.length} statements are marked. Choose one in the text or the margin, or{' '}
      <button type="button" className="linklike" onClick={() => select(of[0]!.id)}>
        begin with the first
      </button>
      .
    </p>
  );
}

function Decide({ of: s }: { of: ArticleStatement }) {
  const [review, setReview] = useState<Review>();
  const cache = useQueryClient();
  if (!review)
    return (
      <p className="row noprint">
        <button type="button" className="button" onClick={() => setReview('ACCEPTED')}>
          Accept…
        </button>
        <button type="button" className="button" onClick={() => setReview('REJECTED')}>
          Reject…
        </button>
        {s.review !== 'UNREVIEWED' && (
          <button type="button" className="button" onClick={() => setReview('UNREVIEWED')}>
            Take the review back…
          </button>
        )}
      </p>
    );
  return (
    <DecisionForm
      label={review === 'ACCEPTED' ? 'Accept: it was read rightly' : review === 'REJECTED' ? 'Reject: it was misread' : 'Take the review back'}
      onCancel={() => setReview(undefined)}
      decide={async (by, reason) => {
        await request(ReviewDocument, { statement: s.id, review, by, reason, version: s.version });
        setReview(undefined);
        tell('Recorded');
        await cache.invalidateQueries();
      }}
    />
  );
}
