import { useQueries } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useAsk } from '../../api/query.ts';
import { request } from '../../api/request.ts';
import { together } from '../../api/together.ts';
import { useParams } from '../../app/address.ts';
import { AroundDocument, WaysBetweenDocument, type ClaimWhere } from '../../gql/graphql.ts';
import { claimConditions } from '../../parts/conditions.ts';
import { modelOf, predicatesOf, shown, without, type Around, type Model } from './model.ts';

/** At most so many actors are drawn at first; the rest stands behind “+N more”. */
const most = 150;
const step = 100;

/** So many neighbours of the nth opened actor are drawn at first, from 0 on: opening another takes none of those away that are there. */
const share = (nth: number) => Math.max(25, Math.floor(most / (nth + 1)));

interface Asked {
  id: string;
  where: ClaimWhere;
  first: number;
}

/** What is around an actor. Several that are opened by one address are asked for together, and each is kept by itself. */
const around = together(6, ({ where }: Asked) => JSON.stringify(where), async (keys: Asked[]): Promise<Around[]> => {
  const [one, ...others] = keys;
  const [second, third, fourth, fifth, sixth] = others;
  const a = await request(AroundDocument, {
    where: one!.where,
    id: one!.id,
    first: one!.first,
    ...(second && { id2: second.id, first2: second.first, with2: true }),
    ...(third && { id3: third.id, first3: third.first, with3: true }),
    ...(fourth && { id4: fourth.id, first4: fourth.first, with4: true }),
    ...(fifth && { id5: fifth.id, first5: fifth.first, with5: true }),
    ...(sixth && { id6: sixth.id, first6: sixth.first, with6: true }),
  });
  return [
    { actor: a.actor, neighbours: a.neighbours },
    { actor: a.actor2 ?? null, neighbours: a.neighbours2 ?? null },
    { actor: a.actor3 ?? null, neighbours: a.neighbours3 ?? null },
    { actor: a.actor4 ?? null, neighbours: a.neighbours4 ?? null },
    { actor: a.actor5 ?? null, neighbours: a.neighbours5 ?? null },
    { actor: a.actor6 ?? null, neighbours: a.neighbours6 ?? null },
  ];
});

/** The conditions of the address that the server applies: how many origins, which days, who says so and by when. Claims that it is not so tie nobody. */
function conditions(params: URLSearchParams): ClaimWhere {
  const origins = Number(params.get('origins') ?? 0);
  return { negated: { eq: false }, ...(origins > 1 && { origins: { gte: origins } }), ...claimConditions((name) => params.get(name) ?? '') };
}

/** The graph of the address: around each actor=, with the ways from the first to with=, without hide= and off=. */
export function useGraph(saved?: Model) {
  const { params } = useParams();
  const key = params.toString();
  return useGraphOf(
    useMemo(() => new URLSearchParams(key), [key]),
    saved,
  );
}

function useGraphOf(params: URLSearchParams, saved?: Model) {
  const opened = params.getAll('actor');
  const target = params.get('with');
  const where = conditions(params);
  const more = (id: string) => params.getAll('more').filter((m) => m === id).length * step;
  const arounds = useQueries({
    queries: opened.map((id, nth) => {
      const first = Math.min(500, share(nth) + more(id));
      return {
        queryKey: ['around', id, where, first],
        queryFn: () => around({ id, where, first }),
        enabled: !target && !saved,
      };
    }),
  });
  const ways = useAsk(WaysBetweenDocument, { from: opened[0] ?? '', to: target ?? '', where, knownAt: params.get('knownAt') || undefined }, { enabled: target !== null && opened.length > 0 && !saved });
  const all = saved ? [] : target ? [ways] : arounds;
  const pending = all.some((q) => q.isPending);
  const error = all.find((q) => q.isError)?.error ?? null;
  const stamp = all.map((q) => q.dataUpdatedAt).join();
  const view = useMemo(() => {
    const hidden = new Set(params.getAll('hide'));
    const whole = saved ? without(saved, hidden) : modelOf(
      arounds.flatMap((q) => q.data ?? []),
      ways.data?.path?.paths.flatMap((p) => p.hops.map((hop) => hop.claim)) ?? [],
      hidden,
    );
    const ends = target ? [...opened, target] : opened;
    const model: Model = shown(whole, new Set(params.getAll('off')), ends);
    return { model, legend: predicatesOf(whole), opened: ends };
    // The answers are told apart by when they came.
  }, [stamp, params, saved]);
  // What is drawn stays until what was asked for is there: a picture that goes and comes again loses the reader.
  const drawn = useRef(view);
  if (!pending) drawn.current = view;
  return { ...(pending && !error ? drawn.current : view), target, pending, error };
}
