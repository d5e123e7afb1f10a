import { lazy, Suspense, useMemo } from 'react';
import { Link } from 'wouter';
import { useAsk } from '../../api/query.ts';
import { to, useParams } from '../../app/address.ts';
import { ActivityDocument, DeedSpansDocument, type Period, type StatementWhere } from '../../gql/graphql.ts';
import type { Span } from '../../charts/activity.tsx';
import { Days } from '../../parts/day.tsx';
import { Answered } from '../../parts/states.tsx';
import { count, predicateWords } from '../../parts/words.ts';

const ActivityChart = lazy(async () => ({ default: (await import('../../charts/activity.tsx')).ActivityChart }));
const SpanChart = lazy(async () => ({ default: (await import('../../charts/activity.tsx')).SpanChart }));

const periods: Record<string, Period> = { day: 'DAY', month: 'MONTH', year: 'YEAR' };

/** When the actor spoke and was spoken of, and what it did over time. A bar or a day is a link that narrows the page to it. */
export function OverTime({ id }: { id: string }) {
  const { get, change } = useParams();
  const by = get('by') in periods ? get('by') : 'month';
  const where: StatementWhere = { or: [{ speaker: { id: { eq: id } } }, { mentions: { some: { actor: { id: { eq: id } } } } }] };
  const range = { from: get('since') || undefined, to: get('asOf') || undefined };
  const activity = useAsk(ActivityDocument, { where, by: periods[by]!, ...range }, { keep: true });
  return (
    <>
      <div className="row toolbar">
        {Object.keys(periods).map((p) => (
          <button key={p} type="button" className="chip" aria-pressed={p === by} onClick={() => change({ by: p === 'month' ? '' : p })}>
            by {p}
          </button>
        ))}
      </div>
      <Answered query={activity}>
        {({ activity: a }) => (
          <>
            <p className="soft small">
              {count(a?.statements ?? 0, 'statement')} by it or of it{a && a.undated > 0 && `, ${a.undated} without a day so precise`}
            </p>
            <Suspense fallback={null}>{a && a.buckets.length > 0 && <ActivityChart of={a.buckets} by={by as 'day'} />}</Suspense>
            <p className="row small">
              {a?.buckets.slice(-24).map((b) => (
                <Link key={b.date} href={to.actor(id, { tab: 'time', since: b.date, asOf: b.date, by: by === 'month' ? '' : by })}>
                  {b.date} <span className="soft">({b.statements})</span>
                </Link>
              ))}
            </p>
          </>
        )}
      </Answered>
      <Deeds id={id} since={range.from} asOf={range.to} />
    </>
  );
}

function Deeds({ id, since, asOf }: { id: string; since?: string; asOf?: string }) {
  const query = useAsk(DeedSpansDocument, { id, since, asOf }, { keep: true });
  const rows = query.data?.whatDid?.rows;
  const spans = useMemo(() => {
    const dated = (rows ?? []).filter((r) => r.firstOn).map((r): Span => ({ name: `${predicateWords(r.predicate)} ${r.target?.name ?? r.targetText ?? ''}`.trim(), group: r.predicate, from: r.firstOn!, to: r.lastOn ?? r.firstOn! }));
    return [...new Map(dated.map((s) => [s.name, s])).values()].sort((a, b) => a.from.localeCompare(b.from)).slice(0, 40);
  }, [rows]);
  return (
    <section>
      <h2>What it did, from the first day to the last</h2>
      <Suspense fallback={null}>{spans.length > 0 && <SpanChart of={spans} />}</Suspense>
      <table>
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
                {predicateWords(r.predicate)} <bdi>{r.target?.name ?? r.targetText}</bdi> {r.status !== r.predicate && <span className="tag">now: {predicateWords(r.status)}</span>}
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
