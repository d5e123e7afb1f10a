import { useEffect, useState } from 'react';
import { tell } from '../../parts/notice.tsx';

/** Who judges and why; every judgement of a session is recorded with both. */
export interface Session {
  by: string;
  reason: string;
}

/** A step of a session: where it was taken, and how it is taken back; a skip takes nothing back. */
interface Step {
  at: number;
  undo?: () => Promise<void>;
}

/**
 * A session of judgements over a list. Judging and skipping move on; going back and forth judges nothing; undo takes the last step back,
 * whichever it was, and returns to where it was taken.
 */
export function useSession(length: number, start: number) {
  const [at, setAt] = useState(start);
  const [steps, setSteps] = useState<Step[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const guarded = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (e) {
      setError(e as Error);
    } finally {
      setBusy(false);
    }
  };
  return {
    at,
    busy,
    error,
    judged: steps.filter((s) => s.undo).length,
    skipped: steps.filter((s) => !s.undo).length,
    go: (next: number) => setAt(Math.max(0, Math.min(length, next))),
    judge: (decide: () => Promise<() => Promise<void>>, next = at + 1) =>
      guarded(async () => {
        const undo = await decide();
        setSteps((s) => [...s, { at, undo }]);
        setAt(next);
      }),
    skip: () => {
      setSteps((s) => [...s, { at }]);
      setAt(Math.min(length, at + 1));
    },
    undo: () =>
      guarded(async () => {
        const last = steps.at(-1);
        if (!last) return tell('There is nothing to undo.');
        await last.undo?.();
        setSteps((s) => s.slice(0, -1));
        setAt(last.at);
        tell(last.undo ? 'Taken back' : 'Back at what was skipped');
      }),
  };
}

/** useKeys calls what belongs to a key, as long as nothing is typed and no other key is held. */
export function useKeys(keys: Record<string, () => void>) {
  useEffect(() => {
    const listen = (e: KeyboardEvent) => {
      const typing = e.target instanceof HTMLElement && e.target.closest('input, textarea, select, [role="menu"]');
      if (typing || e.ctrlKey || e.metaKey || e.altKey || e.isComposing || e.repeat) return;
      const act = keys[e.key];
      if (!act) return;
      e.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
