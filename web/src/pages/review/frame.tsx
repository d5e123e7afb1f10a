import { Failure } from '../../parts/states.tsx';
import type { useSession } from './queue.ts';

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
          <button key={c.key} type="button" className="button" disabled={session.busy || (c.needsName && !ready)} onClick={c.act}>
            <kbd>{c.key}</kbd> {c.label}
          </button>
        ))}
      </p>
      <p className="soft small" role="status">
        {Math.min(session.at + 1, total)} of {total} · {session.judged} judged, {session.skipped} skipped in this session
      </p>
    </section>
  );
}
