import type { ActorRefFragment, ClaimRefFragment } from '../../gql/graphql.ts';

/** One edge of the canvas: all claims of one predicate from one actor to another. */
export interface Tie {
  id: string; // made of the three ids
  from: string;
  to: string;
  predicate: string;
  label: string;
  claims: string[]; // ids
  origins: number; // of the claim with the most
  contested: boolean;
  firstOn: string;
  lastOn: string;
}

/** What an actor's neighbours were asked for: those that are drawn, and how many there are in all. */
export interface Around {
  actor: ActorRefFragment | null;
  neighbours: { totalCount: number; edges: { node: ActorRefFragment; claims: ClaimRefFragment[] }[] } | null;
}

export interface Model {
  actors: Map<string, ActorRefFragment>;
  ties: Map<string, Tie>;
  more: Map<string, number>; // by opened actor: how many neighbours are not drawn
}

/** modelOf puts together what was asked around each opened actor and the ways between two. What hidden names is left out with its ties. */
export function modelOf(arounds: Around[], ways: ClaimRefFragment[], hidden: ReadonlySet<string>): Model {
  const model: Model = { actors: new Map(), ties: new Map(), more: new Map() };
  const seen = new Set<string>();
  const take = (claim: ClaimRefFragment) => {
    if (!seen.has(claim.id)) addClaim(model, claim, hidden);
    seen.add(claim.id);
  };
  for (const { actor, neighbours } of arounds) {
    if (!actor) continue;
    if (!hidden.has(actor.id)) model.actors.set(actor.id, actor);
    for (const edge of neighbours?.edges ?? []) edge.claims.forEach(take);
    const left = (neighbours?.totalCount ?? 0) - (neighbours?.edges.length ?? 0);
    if (left > 0) model.more.set(actor.id, left);
  }
  ways.forEach(take);
  return model;
}

function addClaim(model: Model, claim: ClaimRefFragment, hidden: ReadonlySet<string>) {
  const { subject, object } = claim;
  if (!subject || !object || subject.id === object.id || hidden.has(subject.id) || hidden.has(object.id)) return;
  model.actors.set(subject.id, subject);
  model.actors.set(object.id, object);
  const id = `${subject.id} ${claim.predicate.id} ${object.id}`;
  const tie = model.ties.get(id);
  const first = claim.firstOn ?? '';
  const last = claim.lastOn ?? '';
  if (!tie) {
    model.ties.set(id, { id, from: subject.id, to: object.id, predicate: claim.predicate.id, label: claim.predicate.label, claims: [claim.id], origins: claim.origins, contested: claim.contested, firstOn: first, lastOn: last });
    return;
  }
  tie.claims.push(claim.id);
  tie.origins = Math.max(tie.origins, claim.origins);
  tie.contested ||= claim.contested;
  if (first && (!tie.firstOn || first < tie.firstOn)) tie.firstOn = first;
  if (last > tie.lastOn) tie.lastOn = last;
}

/** without takes actors and their ties out of a model. */
export function without(model: Model, hidden: ReadonlySet<string>): Model {
  if (hidden.size === 0) return model;
  const ties = [...model.ties].filter(([, t]) => !hidden.has(t.from) && !hidden.has(t.to));
  return { actors: new Map([...model.actors].filter(([id]) => !hidden.has(id))), ties: new Map(ties), more: model.more };
}

/** predicatesOf counts the ties of each predicate, those with most first: the legend. */
export function predicatesOf(model: Model): { id: string; label: string; n: number }[] {
  const counts = new Map<string, { id: string; label: string; n: number }>();
  for (const tie of model.ties.values()) {
    const entry = counts.get(tie.predicate) ?? { id: tie.predicate, label: tie.label, n: 0 };
    entry.n++;
    counts.set(tie.predicate, entry);
  }
  return [...counts.values()].sort((a, b) => b.n - a.n || a.label.localeCompare(b.label));
}

/** shown leaves of a model what the legend lets through, and the actors that are still tied or were opened. */
export function shown(model: Model, off: ReadonlySet<string>, opened: readonly string[]): Model {
  const ties = new Map([...model.ties].filter(([, tie]) => !off.has(tie.predicate)));
  const tied = new Set([...ties.values()].flatMap((t) => [t.from, t.to]));
  return { actors: new Map([...model.actors].filter(([id]) => tied.has(id) || opened.includes(id))), ties, more: model.more };
}
