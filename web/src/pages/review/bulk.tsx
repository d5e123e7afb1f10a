import { useState } from 'react';
import type { Review } from '../../gql/graphql.ts';
import { count } from '../../parts/words.ts';
import type { Doubtful } from './statements.tsx';

/** Many at once, after they were looked at together: what is ticked gets one judgement, and one undo takes it back. */
export function Bulk({ items, ready, judge }: { items: Doubtful[]; ready: boolean; judge: (chosen: Doubtful[], review: Review) => void }) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = items.filter((s) => ticked.has(s.id));
  const act = (review: Review) => {
    judge(chosen, review);
    setTicked(new Set());
  };
  const toggle = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  return (
    <details>
      <summary>Many at once: the next {items.length}</summary>
      <ul className="small bulk">
        {items.map((s) => (
          <li key={s.id}>
            <label className="row">
              <input type="checkbox" checked={ticked.has(s.id)} onChange={() => toggle(s.id)} />
              <span>
                <bdi>{s.quote.exact}</bdi> <span className="soft">{s.speaker?.name ?? 'the article'}</span>
                {s.asserts.map((a) => (
                  <span key={a.claim.id} className="hangs soft">
                    <bdi>{a.claim.text}</bdi>
                  </span>
                ))}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p className="soft small" role="status">
        {chosen.length === 0 ? 'Tick those that get the same judgement.' : `${count(chosen.length, 'statement')} with ${count(hanging(chosen), 'claim')}.`} One undo takes the judgement of all back.
      </p>
      <p className="row">
        <button type="button" className="button" onClick={() => setTicked(new Set(items.map((s) => s.id)))}>
          Tick all
        </button>
        <button type="button" className="button" disabled={!ready || chosen.length === 0} onClick={() => act('ACCEPTED')}>
          Accept {chosen.length}
        </button>
        <button type="button" className="button" disabled={!ready || chosen.length === 0} onClick={() => act('REJECTED')}>
          Reject {chosen.length}
        </button>
      </p>
    </details>
  );
}

/** hanging counts the claims that rest on statements, each once. */
function hanging(statements: Doubtful[]): number {
  return new Set(statements.flatMap((s) => s.asserts.map((a) => a.claim.id))).size;
}
