import { useQueryClient, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Page } from '../../api/query.ts';
import { useParams } from '../../app/address.ts';
import { tell } from '../../parts/notice.tsx';

/** Who judges and why; every judgement of a session is recorded with both. */
export interface Session {
  by: string;
  reason: string;
}

/** Takes a judgement back. */
export type Undo = () => Promise<void>;

/** A step of a session: where it was taken, and, once it is recorded, how it is taken back; a skip takes nothing back. */
interface Step {
  at: number;
  recorded?: Promise<Undo>;
}

/** A queue as it was loaded so far; total counts all that wait. */
export interface Loaded<N> {
  items: N[];
  total: number;
  ended: boolean; // nothing comes behind the items
  error: Error | null; // why the next ones could not be had; more asks again
  more: () => void;
}

/** So many pages are looked through for the item at which the address says that one stopped. */
const mostPages = 25;

/** useLoaded gives a queue once it holds the item of the address (at=), or has looked for it far enough; undefined until then. total is how many wait, where the pages do not say. */
export function useLoaded<N extends { id: string }>(pages: UseInfiniteQueryResult<InfiniteData<Page<N>>, Error>, total?: number): Loaded<N> | undefined {
  const [wanted] = useState(useParams().get('at'));
  const loaded = pages.data?.pages ?? [];
  const items = loaded.flatMap((p) => p.nodes);
  const sought = !pages.isError && wanted !== '' && loaded.length < mostPages && pages.hasNextPage && !items.some((i) => i.id === wanted);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = () => void (hasNextPage && !isFetchingNextPage && fetchNextPage());
  useEffect(() => {
    if (sought) more();
  }, [sought, loaded.length, isFetchingNextPage]);
  if (!pages.data || sought) return undefined;
  return { items, total: Math.max(items.length, total ?? loaded[0]?.totalCount ?? 0), ended: !hasNextPage, error: pages.error, more };
}

/**
 * useQueue goes through a queue item by item. Where one is stands in the address, so that one can stop there and go on; the next page is asked
 * for before the end is reached. What was asked before is asked anew once the queue is left, for the judgements changed it.
 */
export function useQueue<N extends { id: string }>({ items, more }: Loaded<N>) {
  const { get, change } = useParams();
  const [start] = useState(() => Math.max(0, items.findIndex((i) => i.id === get('at'))));
  const run = useSession(items.length, start);
  const item = items[run.at];
  useEffect(() => {
    if (items.length - run.at < 5) more();
    if (item && item.id !== get('at')) change({ at: item.id }, { replace: true });
  }, [run.at, items.length]);
  const cache = useQueryClient();
  const judged = useRef(false);
  judged.current ||= run.judged > 0;
  useEffect(
    () => () =>
      void run.settled().then(() => {
        if (!judged.current) return;
        cache.removeQueries({ type: 'inactive' });
        void cache.invalidateQueries();
      }),
    [cache],
  );
  return { run, item };
}

/**
 * A session of judgements over a list. Judging and skipping move on at once, and what was judged is recorded behind it, one after the other; where that fails, the
 * session is back at the item, with the reason. Going back and forth judges nothing; undo takes the last step back, whichever it was, and returns to where it was taken.
 */
export function useSession(length: number, start: number) {
  const [at, setAt] = useState(start);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [error, setError] = useState<Error>();
  const { pending, inTurn, settled } = useTurns();
  const judge = (decide: () => Promise<Undo>, next = at + 1) => {
    const step: Step = { at, recorded: inTurn(decide) };
    setSteps((s) => [...s, step]);
    setAt(next);
    setError(undefined);
    step.recorded?.catch((e: Error) => {
      setSteps((s) => s.filter((one) => one !== step));
      setAt(step.at);
      setError(e);
    });
  };
  const skip = () => {
    if (at >= length) return;
    setSteps((s) => [...s, { at }]);
    setAt(at + 1);
  };
  const undo = () => {
    const step = steps.at(-1);
    if (!step) return tell('There is nothing to undo.');
    setSteps((s) => s.slice(0, -1));
    setAt(step.at);
    setError(undefined);
    const { recorded } = step;
    if (!recorded) return tell('Back at what was skipped');
    inTurn(async () => (await recorded)()).then(
      () => tell('Taken back'),
      (e: Error) => {
        setSteps((s) => [...s, step]);
        setError(e);
      },
    );
  };
  const judged = steps.filter((s) => s.recorded).length;
  return { at, pending, error, judged, skipped: steps.length - judged, go: (next: number) => setAt(Math.max(0, Math.min(length, next))), judge, skip, undo, settled };
}

/** useTurns does one piece of work after the other, in the order in which they were given; pending counts those that are not done, and settled waits for them. */
function useTurns() {
  const [pending, setPending] = useState(0);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    setPending((n) => n + 1);
    const done = last.current.then(work);
    last.current = done.catch(() => undefined).finally(() => setPending((n) => n - 1));
    return done;
  };
  useHeldWhile(pending > 0);
  return { pending, inTurn, settled: () => last.current };
}

/** useHeldWhile has the browser ask before the page is left while something is still to be recorded. */
function useHeldWhile(recording: boolean) {
  useEffect(() => {
    if (!recording) return;
    const hold = (e: BeforeUnloadEvent) => e.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [recording]);
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
