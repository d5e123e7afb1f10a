import { Link } from 'wouter';
import { usePages, type Page } from '../../api/query.ts';
import { to, useParams } from '../../app/address.ts';
import { DeedsDocument, DisputesOfDocument, NamedInDocument, NeighboursDocument, SaidDocument, SaidOfDocument, type DateFilter, type NeighboursQuery } from '../../gql/graphql.ts';
import { Actor } from '../../parts/actor.tsx';
import { ArticleLine } from '../../parts/articles.tsx';
import { ClaimCard } from '../../parts/claims.tsx';
import { Disputes } from '../../parts/disputes.tsx';
import { Evidence } from '../../parts/evidence.tsx';
import { claimLine, disputeLines, statementLine } from '../../parts/lines.ts';
import { MoreList } from '../../parts/more.tsx';
import { Nothing } from '../../parts/states.tsx';
import { count } from '../../parts/words.ts';

/** The filters of an actor's lists, as conditions: since and as of on the day, via on channels. */
function useConditions() {
  const { get } = useParams();
  const date: DateFilter | undefined = get('since') || get('asOf') ? { ...(get('since') && { gte: get('since') }), ...(get('asOf') && { lte: get('asOf') }) } : undefined;
  const via = get('via') ? { some: { called: get('via') } } : undefined;
  return { date, via };
}

const none = <Nothing>Nothing here fits. Clear the filters to see all there is.</Nothing>;

/** What the actor said, newest first; with the parameter stances also what it is told to have thought or felt. */
export function Said({ id }: { id: string }) {
  const kind = useParams().get('stances') ? undefined : { eq: 'SPEECH' as const };
  const pages = usePages(SaidDocument, { id, kind, ...useConditions() }, (a) => a.statements);
  const wordless = <Nothing>No words of this actor fit. What articles tell of its thoughts and feelings is shown by “thoughts and feelings too”; clear the other filters to see all there is.</Nothing>;
  return (
    <MoreList pages={pages} what="statement" empty={kind ? wordless : none} lines={(s) => [statementLine(s)]}>
      {(s) => <Evidence key={s.id} of={s} />}
    </MoreList>
  );
}

/** What was said of the actor, newest first. */
export function SaidOf({ id }: { id: string }) {
  const pages = usePages(SaidOfDocument, { id, ...useConditions() }, (a) => a.statements);
  return (
    <MoreList pages={pages} what="statement" empty={none} lines={(s) => [statementLine(s)]}>
      {(s) => <Evidence key={s.id} of={s} />}
    </MoreList>
  );
}

/** What the actor did, or what was done to it. */
export function Deeds({ id, side }: { id: string; side: 'subject' | 'object' }) {
  const { date, via } = useConditions();
  const pages = usePages(DeedsDocument, { [side]: { id: { eq: id } }, date, via }, (a) => a.claims);
  return (
    <MoreList pages={pages} what="claim" empty={none} lines={(c) => [claimLine(c)]}>
      {(c) => <ClaimCard key={c.id} of={c} />}
    </MoreList>
  );
}

/** The articles that name the actor. */
export function NamedIn({ id }: { id: string }) {
  const pages = usePages(NamedInDocument, { id }, (a) => a.actor?.articles);
  return (
    <MoreList pages={pages} what="article" empty={none}>
      {(a) => <ArticleLine key={a.id} of={a} />}
    </MoreList>
  );
}

type Neighbour = NonNullable<NeighboursQuery['neighbours']>['edges'][number];

function neighbourPage({ neighbours }: NeighboursQuery): Page<Neighbour> | null {
  return neighbours && { ...neighbours, nodes: neighbours.edges };
}

/** Whom claims tie to the actor, those with the most claims first. */
export function Neighbours({ id }: { id: string }) {
  const pages = usePages(NeighboursDocument, { id }, neighbourPage);
  return (
    <MoreList pages={pages} what="actor" empty={<Nothing>No claim ties it to another actor.</Nothing>}>
      {(edge) => (
        <div key={edge.node.id}>
          <Actor of={edge.node} />{' '}
          <span className="soft small">
            {count(edge.claimCount, 'claim')} · <Link href={to.graph({ actor: id, with: edge.node.id })}>graph</Link>
          </span>
          {edge.claims.map((c) => (
            <div key={c.id} className="small">
              <Link href={to.claim(c.id)}>{c.text}</Link>
            </div>
          ))}
        </div>
      )}
    </MoreList>
  );
}

/** The disputes to which the actor is a party. */
export function DisputesOf({ id }: { id: string }) {
  const pages = usePages(DisputesOfDocument, { id }, (a) => a.disputes);
  return (
    <MoreList pages={pages} what="dispute" empty={<Nothing>Nothing that is said of it is disputed.</Nothing>} lines={disputeLines}>
      {(d) => <Disputes key={d.id} of={[d]} />}
    </MoreList>
  );
}
