import { Link } from 'wouter';
import { usePages } from '../api/query.ts';
import { address, useParams } from '../app/address.ts';
import { ChangesDocument, type ChangesQuery } from '../gql/graphql.ts';
import { Actors } from '../parts/actor.tsx';
import { ArticleLine } from '../parts/articles.tsx';
import { Evidence } from '../parts/evidence.tsx';
import type { Line } from '../parts/export.ts';
import { JudgementLine } from '../parts/judgement.tsx';
import { MoreList } from '../parts/more.tsx';
import { Nothing } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { datePattern } from './answer/filters.ts';

type Change = NonNullable<ChangesQuery['changes']>['nodes'][number];

/** What was changed in the graph since a day, newest first: by whom and why. */
export function ChangesPage() {
  useTitle('What changed');
  const { get, change } = useParams();
  const since = get('since');
  // How far an ingest is tells nothing afterwards.
  const where = { not: { kind: { eq: 'INGEST_PROGRESS' as const } }, ...(since && { at: { gte: since } }) };
  const pages = usePages(ChangesDocument, { where }, (a) => a.changes);
  return (
    <>
      <h1>What changed{since && ` since ${since}`}</h1>
      <div className="row toolbar">
        {presets().map(([label, day]) => (
          <Link key={label} className="chip" href={address('/changes', { since: day })} aria-current={since === day ? 'true' : undefined}>
            {label}
          </Link>
        ))}
        <form className="row" onSubmit={(e) => (e.preventDefault(), change({ since: String(new FormData(e.currentTarget).get('since') ?? '') }))} key={since}>
          <label className="field">
            Since
            <input name="since" defaultValue={since} pattern={datePattern} title="A year, a month or a day: 2022, 2022-08 or 2022-08-17" placeholder="2022-08-17" />
          </label>
          <button className="button">Show</button>
        </form>
      </div>
      <MoreList pages={pages} what="change" lines={changeLines} empty={<Nothing>Nothing was changed{since && ' since then'}.</Nothing>}>
        {(c) => <Entry key={c.id} of={c} />}
      </MoreList>
    </>
  );
}

/** A change as lines of an export: one a statement that it is shown with, or one without. */
function changeLines(c: Change): Line[] {
  const about = [...c.actors.map((a) => a.name), ...c.articles.map((a) => a.title ?? '')].filter(Boolean).join('; ');
  const shown = c.kind === 'ARTICLE_SAVED' ? [] : c.statements;
  return [{ subject: c.by ?? '', deed: kindWords(c.kind), object: [c.reason, about].filter(Boolean).join(': '), firstOn: c.at.slice(0, 10), lastOn: c.at.slice(0, 10), origins: '', evidence: shown }];
}

/** The days that people ask for, as dates. */
function presets(): [string, string][] {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const weekday = (new Date().getUTCDay() + 6) % 7; // days since Monday
  return [
    ['Today', day(0)],
    ['Since Monday', day(weekday)],
    ['Last 30 days', day(30)],
    ['Ever', ''],
  ];
}

function Entry({ of: c }: { of: Change }) {
  return (
    <article className="card">
      <p>
        <strong>{kindWords(c.kind)}</strong>{' '}
        <span className="soft small">
          <time dateTime={c.at}>{c.at.slice(0, 16).replace('T', ' ')}</time>
          {c.by && ` · ${c.by}`} · no. {c.seq}
        </span>
      </p>
      {c.reason && <p>{c.reason}</p>}
      {c.articles.map((a) => (
        <p key={a.id}>
          <ArticleLine of={a} />
        </p>
      ))}
      {c.judgements.map((j) => (
        <p key={j.id}>
          <JudgementLine of={j} />
        </p>
      ))}
      {c.actors.length > 0 && (
        <p>
          <Actors of={c.actors} />
        </p>
      )}
      {c.kind !== 'ARTICLE_SAVED' && c.statements.map((s) => <Evidence key={s.id} of={s} />)}
    </article>
  );
}

/** STATEMENT_REVIEWED → Statement reviewed. */
function kindWords(kind: string): string {
  const words = kind.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
