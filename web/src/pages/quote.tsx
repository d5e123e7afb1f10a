import { Link } from 'wouter';
import { useAsk } from '../api/query.ts';
import { to, useParams } from '../app/address.ts';
import { FindQuoteDocument, type FindQuoteQuery } from '../gql/graphql.ts';
import { ArticleLine } from '../parts/articles.tsx';
import { Evidence } from '../parts/evidence.tsx';
import { ExportMenu } from '../parts/export-menu.tsx';
import type { Line } from '../parts/export.ts';
import { articleLine, statementLine } from '../parts/lines.ts';
import { Answered, Nothing } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { marked, type Piece } from './quote-marks.ts';

type Match = NonNullable<FindQuoteQuery['findQuote']>[number];

/** Whether the words of the address stand in a stored article, as they are or nearly so, and what differs. */
export function QuotePage() {
  const { get, change } = useParams();
  const text = get('text');
  useTitle('Is this quote real?');
  const query = useAsk(FindQuoteDocument, { text }, { enabled: text.trim() !== '' });
  return (
    <>
      <h1>Is this quote real?</h1>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          change({ text: String(new FormData(e.currentTarget).get('text') ?? '').trim() });
        }}
      >
        <label className="field">
          The words
          <textarea name="text" rows={3} defaultValue={text} key={text} maxLength={5000} dir="auto" />
        </label>
        <p>
          <button className="button main">Look for them</button>
        </p>
      </form>
      {text.trim() !== '' && <Answered query={query}>{({ findQuote }) => <Matches of={findQuote ?? []} given={text} />}</Answered>}
    </>
  );
}

function Matches({ of, given }: { of: Match[]; given: string }) {
  if (of.length === 0) return <Nothing>No stored article holds these words, nor anything near them. That says nothing about articles that are not in the graph.</Nothing>;
  return (
    <div className="stack">
      <div className="noprint">
        <ExportMenu name="sayso-quote" lines={() => of.map(lineOf)} />
      </div>
      {of.map((m) => (
        <section className="card" key={`${m.article.id}${m.start}`}>
          <h2>{verdict(m)}</h2>
          <p>
            <ArticleLine of={m.article} /> · <Link href={to.article(m.article.id, { at: `${m.start}-${m.end}` })}>in context</Link>
          </p>
          <Comparison of={m} given={given} />
          {m.statement && <Evidence of={m.statement} />}
        </section>
      ))}
    </div>
  );
}

/** A place that reads like the quote as a line of an export; without a statement it has no quote of its own. */
function lineOf(m: Match): Line {
  const line = m.statement ? statementLine(m.statement) : articleLine(m.article);
  return { ...line, object: `${verdict(m)}: ${m.text}` };
}

function verdict(m: Match): string {
  if (m.exact) return 'It stands there letter by letter';
  if (m.differences.length === 0) return 'It stands there word by word; signs or capitals differ';
  return `Nearly: ${Math.floor(m.similarity * 100)} % of the words are the same`;
}

function Comparison({ of: m, given }: { of: Match; given: string }) {
  if (m.differences.length === 0) return null;
  const [mine, theirs] = marked(given, m);
  return (
    <div className="sides">
      <div>
        <h3>As you gave it</h3>
        <Pieces of={mine} as="del" />
      </div>
      <div>
        <h3>As it stands</h3>
        <Pieces of={theirs} as="ins" />
      </div>
    </div>
  );
}

function Pieces({ of, as: Tag }: { of: Piece[]; as: 'del' | 'ins' }) {
  return (
    <p className="quote" dir="auto">
      {of.map((p, i) => (p.differs ? <Tag key={i}>{p.text}</Tag> : <span key={i}>{p.text}</span>))}
    </p>
  );
}
