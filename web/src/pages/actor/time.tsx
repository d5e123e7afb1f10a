import { lazy, Suspense, useCallback, useMemo } from 'react';
import { Link } from 'wouter';
import { useAsk } from '../../api/query.ts';
import { to, useParams } from '../../app/address.ts';
import { OverTimeDocument, type OverTimeQuery, type Period } from '../../gql/graphql.ts';
import type { Bar, Span } from '../../charts/activity.tsx';
import type { Period as Length } from '../../charts/periods.ts';
import { statementConditions } from '../../parts/conditions.ts';
import { Days } from '../../parts/day.tsx';
import { Answered } from '../../parts/states.tsx';
import { count, predicateWords } from '../../parts/words.ts';

const ActivityChart = lazy(async () => ({ default: (await import('../../charts/activity.tsx')).ActivityChart }));
const SpanChart = lazy(async () => ({ default: (await import('../../charts/activity.tsx')).SpanChart }));

const periods: Record<Length, Period> = { day: 'DAY', month: 'MONTH', year: 'YEAR' };

/** So many of the latest periods stand beneath the bars as links. */
const mostLinks = 24;

/** When the actor spoke and was spoken of, and what it did over time. Brushing over the bars, or a link beneath them, narrows the page to their time. */
export function OverTime({ id }: { id: string }) {
  const { get, change } = useParams();
  const by: Length = get('by') in periods ? (get('by') as Length) : 'month';
  const range = { since: get('since') || undefined, asOf: get('asOf') || undefined };
  const { article, or } = statementConditions(get);
  const query = useAsk(
    OverTimeDocument,
    {
      id,
      by: periods[by],
      said: { speaker: { id: { eq: id } }, article, or },
      saidOf: { mentions: { some: { actor: { id: { eq: id } } } }, article, or },
      ...range,
      knownAt: get('knownAt') || undefined,
      via: get('via') || undefined,
    },
    { keep: true },
  );
  const choose = useCallback((from: string, to: string) => change({ since: from, asOf: to }), [change]);
  return (
    <>
      <div className="row toolbar">
        {Object.keys(periods).map((p) => (
          <button key={p} type="button" className="chip" aria-pressed={p === by} onClick={() => change({ by: p === 'month' ? '' : p })}>
            by {p}
          </button>
        ))}
        {(range.since || range.asOf) && (
          <button type="button" className="button" onClick={() => change({ since: '', asOf: '' })}>
            All of the time
          </button>
        )}
      </div>
      <Answered query={query}>
        {(answer) => (
          <>
            <Activity id={id} of={answer} by={by} choose={choose} />
            <Deeds of={answer.whatDid?.rows} />
          </>
        )}
      </Answered>
    </>
  );
}

/** barsOf gives the bars of both series; those of one period lie on top of each other. */
function barsOf({ said, saidOf }: OverTimeQuery): Bar[] {
  const bars = (of: OverTimeQuery['said'], series: string) => of?.buckets.map((b) => ({ date: b.date, statements: b.statements, series })) ?? [];
  return [...bars(said, 'said'), ...bars(saidOf, 'said of')];
}

interface Shown {
  id: string;
  of: OverTimeQuery;
  by: Length;
  choose: (from: string, to: string) => void;
}

function Activity({ id, of: answer, by, choose }: Shown) {
  const { params } = useParams();
  const bars = useMemo(() => barsOf(answer), [answer]);
  const { said, saidOf } = answer;
  const undated = (said?.undated ?? 0) + (saidOf?.undated ?? 0);
  return (
    <>
      <p className="soft small">
        <span className="swatch speaker" /> {count(said?.statements ?? 0, 'statement')} by it, <span className="swatch outlet" /> {count(saidOf?.statements ?? 0, 'statement')} of it
        {undated > 0 && `, ${undated.toLocaleString('en')} without a day so precise`}. Drag over the bars to choose a time.
      </p>
      <Suspense fallback={<div className="chart" />}>{bars.length > 0 && <ActivityChart of={bars} by={by} choose={choose} />}</Suspense>
      <p className="row small">
        {perPeriod(bars).map(([date, n]) => (
          <Link key={date} href={to.actor(id, { ...Object.fromEntries(params), since: date, asOf: date })}>
            {date} <span className="soft">({n.toLocaleString('en')})</span>
          </Link>
        ))}
      </p>
    </>
  );
}

/** perPeriod counts the statements of the latest periods, in their order. */
function perPeriod(bars: Bar[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const b of bars) counts.set(b.date, (counts.get(b.date) ?? 0) + b.statements);
  return [...counts].sort(([a], [b]) => a.localeCompare(b)).slice(-mostLinks);
}

type DeedRow = NonNullable<OverTimeQuery['whatDid']>['rows'][number];

/** What was done to whom; it leads to the surest words that say so. */
function Deed({ of: row }: { of: DeedRow }) {
  const [surest] = row.evidence;
  const words = (
    <>
      {predicateWords(row.predicate)} <bdi>{row.target?.name ?? row.targetText}</bdi>
    </>
  );
  return surest ? <Link href={to.statement(surest.article.id, surest.id)}>{words}</Link> : words;
}

function Deeds({ of: rows }: { of: DeedRow[] | undefined }) {
  const spans = useMemo(() => {
    const dated = (rows ?? []).filter((r) => r.firstOn).map((r): Span => ({ name: `${predicateWords(r.predicate)} ${r.target?.name ?? r.targetText ?? ''}`.trim(), group: r.predicate, from: r.firstOn!, to: r.lastOn ?? r.firstOn! }));
    return [...new Map(dated.map((s) => [s.name, s])).values()].sort((a, b) => a.from.localeCompare(b.from)).slice(0, 40);
  }, [rows]);
  return (
    <section>
      <h2>What it did, from the first day to the last</h2>
      {rows?.length === 0 && <p className="soft">No deed of it fits.</p>}
      <Suspense fallback={null}>{spans.length > 0 && <SpanChart of={spans} />}</Suspense>
      <table hidden={!rows?.length}>
        <thead>
          <tr>
            <th>Deed</th>
            <th>Days</th>
            <th>Origins</th>
          </tr>
        </thead>
        <tbody>
          {rows?.map((r) => (
            <tr key={`${r.predicate}${r.target?.id ?? r.targetText}`}>
              <td>
                <Deed of={r} /> {r.status !== r.predicate && <span className="tag">now: {predicateWords(r.status)}</span>}
              </td>
              <td>
                <Days from={r.firstOn} to={r.lastOn} />
              </td>
              <td className="number">{r.origins}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
