import { Failure, Waiting } from '../../parts/states.tsx';
import type { Loaded, useSession } from './queue.ts';

/** A judgement that can be made, and its key. */
export interface Choice {
  key: string;
  label: string;
  act: () => void;
  needsName: boolean;
}

/** The item, the choices with their keys, and how far the session is. */
export function Frame({ session, total, choices, ready, children }: { session: ReturnType<typeof useSession>; total: number; choices: Choice[]; ready: boolean; children: React.ReactNode }) {
  return (
    <section className="card review" aria-label="The item">
      {children}
      {session.error && <Failure error={session.error} />}
      <p className="row choices">
        {choices.map((c) => (
          <button key={c.key} type="button" className="button" disabled={c.needsName && !ready} onClick={c.act}>
            <kbd>{c.key}</kbd> {c.label}
          </button>
        ))}
      </p>
      <p className="soft small" role="status">
        {Math.min(session.at + 1, total)} of {total} · {session.judged} judged, {session.skipped} skipped in this session{session.pending > 0 && ' · saving…'}
      </p>
    </section>
  );
}

/** What stands where there is no item: the end, or that the next ones are on their way. */
export function End({ of: queue }: { of: Loaded<unknown> }) {
  if (queue.ended) return <p>The end of the queue. Undo leads back.</p>;
  return queue.error ? <Failure error={queue.error} again={queue.more} /> : <Waiting />;
}
