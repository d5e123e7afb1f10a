import { useAsk } from '../../api/query.ts';
import { to, useParams } from '../../app/address.ts';
import { PinnedDocument, type CitedFragment } from '../../gql/graphql.ts';
import { attribution, inContext } from '../../parts/citation.ts';
import { Day } from '../../parts/day.tsx';
import { Attribution, Quote } from '../../parts/evidence.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { save } from '../../parts/export.ts';
import { statementLine } from '../../parts/lines.ts';
import { copy } from '../../parts/notice.tsx';
import { pins } from '../../parts/pin.tsx';
import { References } from '../../parts/references.tsx';
import { Answered, Nothing } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.ts';
import { count } from '../../parts/words.ts';
import { html } from './html.ts';

/** The pinned statements as a report: quotes with who said them, a list of sources, and the day to which this was known. */
export function ReportPage() {
  const { params, get, change } = useParams();
  const ids = params.getAll('pin').slice(0, 200);
  const title = get('title') || 'Report';
  const knownAt = get('knownAt') || new Date().toISOString().slice(0, 10);
  useTitle(title);
  const query = useAsk(PinnedDocument, { ids }, { enabled: ids.length > 0, keep: true });
  if (ids.length === 0) return (
      <Nothing>
        <h1>Report</h1>
        <p>Nothing is pinned yet. “Pin” beside any quote puts it here; “Pin all” on an answer puts all its rows here.</p>
      </Nothing>
    );
  const remove = (id: string) => {
    pins.set(ids.filter((one) => one !== id));
    change({ pin: ids.filter((one) => one !== id) }, { replace: true });
  };
  return (
    <Answered query={query}>
      {({ nodes }) => {
        const statements = (nodes ?? []).flatMap((n) => (n?.__typename === 'Statement' && 'quote' in n ? [n as CitedFragment] : []));
        return (
          <div className="report">
            <h1>{title}</h1>
            <p className="soft">
              As it was known on <Day of={knownAt} />
            </p>
            <Tools title={title} knownAt={knownAt} statements={statements} rename={(t) => change({ title: t }, { replace: true })} />
            {statements.length < ids.length && <p className="notice">Not in this graph any more: {count(ids.length - statements.length, 'pinned statement')}.</p>}
            <ol className="stack numbered">
              {statements.map((s, i) => (
                <li key={s.id} className="evidence">
                  <Quote of={s} />
                  <Attribution of={s} />
                  {s.status !== 'CURRENT' && <p className="tag contested">{s.status.toLowerCase()} since</p>}
                  <p className="ways row small">
                    <a href={`#source-${i + 1}`}>[{i + 1}]</a>
                    <a href={to.statement(s.article.id, s.id)}>in context</a>
                    <button type="button" className="linklike noprint" onClick={() => remove(s.id)}>
                      remove
                    </button>
                  </p>
                </li>
              ))}
            </ol>
            <Sources of={statements} />
          </div>
        );
      }}
    </Answered>
  );
}

function Tools({ title, knownAt, statements, rename }: { title: string; knownAt: string; statements: CitedFragment[]; rename: (title: string) => void }) {
  return (
    <div className="row toolbar noprint">
      <form className="row" onSubmit={(e) => (e.preventDefault(), rename(String(new FormData(e.currentTarget).get('title') ?? '')))}>
        <label className="field">
          Title
          <input name="title" defaultValue={title} maxLength={200} />
        </label>
        <button className="button">Rename</button>
      </form>
      <button type="button" className="button" onClick={() => void copy(location.href, 'Link copied')}>
        Copy link
      </button>
      <References of={statements} />
      <ExportMenu name="sayso-report" lines={() => statements.map(statementLine)} />
      <button type="button" className="button" onClick={() => save(html({ title, knownAt, statements }, location.origin), 'sayso-report.html', 'text/html')}>
        Save as HTML
      </button>
      <button type="button" className="button" onClick={() => window.print()}>
        Print or PDF
      </button>
    </div>
  );
}

function Sources({ of }: { of: CitedFragment[] }) {
  return (
    <section>
      <h2>Sources</h2>
      <ol className="numbered small">
        {of.map((s, i) => (
          <li key={s.id} id={`source-${i + 1}`}>
            <bdi>{s.article.title ?? 'Untitled article'}</bdi>
            {s.article.publisher && `, ${s.article.publisher.name}`}
            {s.article.publishedAt && `, ${s.article.publishedAt}`}. {attribution(s)}. {s.article.url && /^https?:/.test(s.article.url) && <a href={s.article.url}>{s.article.url}</a>} Stored text: <a href={to.statement(s.article.id, s.id)}>{inContext(s, location.origin)}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}
