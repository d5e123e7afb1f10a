import { useState } from 'react';
import { Link } from 'wouter';
import { address, useParams } from '../../app/address.ts';
import { useTitle } from '../../parts/title.ts';
import { IdentityQueue } from './identity.tsx';
import type { Session } from './queue.ts';
import { StatementQueue } from './statements.tsx';

const queues = [
  { id: '', label: 'Doubtful statements' },
  { id: 'identity', label: 'Who may be one actor' },
];

/** What a person should look at: one item at a time, the words in their context, a key for each judgement. */
export function ReviewPage() {
  useTitle('Review');
  const { get } = useParams();
  const [session, setSession] = useState<Session>({ by: '', reason: '' });
  const ready = session.by.trim() !== '' && session.reason.trim() !== '';
  return (
    <>
      <h1>Review</h1>
      <nav className="row toolbar" aria-label="Queues">
        {queues.map((q) => (
          <Link key={q.id} className="chip" href={address('/review', { queue: q.id })} aria-current={get('queue') === q.id ? 'page' : undefined}>
            {q.label}
          </Link>
        ))}
      </nav>
      <form className="filters session" onSubmit={(e) => e.preventDefault()}>
        <label className="field">
          Your name
          <input value={session.by} onChange={(e) => setSession({ ...session, by: e.target.value })} required maxLength={100} autoComplete="name" />
        </label>
        <label className="field">
          Why: recorded with each judgement
          <input value={session.reason} onChange={(e) => setSession({ ...session, reason: e.target.value })} required maxLength={1000} placeholder="compared with the article" />
        </label>
      </form>
      {!ready && <p className="soft small">Judgements are recorded with who made them and why; give both to begin.</p>}
      {get('queue') === 'identity' ? <IdentityQueue session={session} ready={ready} /> : <StatementQueue session={session} ready={ready} />}
    </>
  );
}
