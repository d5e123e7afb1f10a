import { Link } from 'wouter';
import { usePages, type Page } from '../../api/query.ts';
import { to, useParams } from '../../app/address.ts';
import { DeedsDocument, DisputesOfDocument, NamedInDocument, NeighboursDocument, SaidDocument, SaidOfDocument, type NamedInQuery, type NeighboursQuery } from '../../gql/graphql.ts';
import { Actor } from '../../parts/actor.tsx';
import { ArticleLine } from '../../parts/articles.tsx';
import { ClaimCard } from '../../parts/claims.tsx';
import { Disputes } from '../../parts/disputes.tsx';
import { articleConditions, claimConditions, statementConditions, statementsNarrowed } from '../../parts/conditions.ts';
import { Evidence } from '../../parts/evidence.tsx';
import { articleLine, claimLine, disputeLines, neighbourLines, statementLine } from '../../parts/lines.ts';
import { MoreList } from '../../parts/more.tsx';
import { Nothing } from '../../parts/states.tsx';
import { count } from '../../parts/words.ts';

const none = <Nothing>Nothing here fits. Clear the filters to see all there is.</Nothing>;

/** What the actor said, newest first; with the parameter stances also what it is told to have thought or felt. */
export function Said({ id }: { id: string }) {
  const { get } = useParams();
  const kind = get('stances') ? undefined : { eq: 'SPEECH' as const };
  const pages = usePages(SaidDocument, { id, kind, ...statementConditions(get) }, (a) => a.statements);
  const wordless = <Nothing>No words of this actor fit. What articles tell of its thoughts and feelings is shown by “thoughts and feelings too”; clear the other filters to see all there is.</Nothing>;
  return (
    <MoreList pages={pages} what="statement" empty={kind ? wordless : none} lines={(s) => [statementLine(s)]}>
      {(s) => <Evidence key={s.id} of={s} />}
    </MoreList>
  );
}

/** What was said of the actor, newest first. */
export function SaidOf({ id }: { id: string }) {
  const { get } = useParams();
  const pages = usePages(SaidOfDocument, { id, ...statementConditions(get) }, (a) => a.statements);
  return (
    <MoreList pages={pages} what="statement" empty={none} lines={(s) => [statementLine(s)]}>
      {(s) => <Evidence key={s.id} of={s} />}
    </MoreList>
  );
}

/** What the actor did, or what was done to it. The words that are shown are narrowed as the claims are. */
export function Deeds({ id, side }: { id: string; side: 'subject' | 'object' }) {
  const { get } = useParams();
  const pages = usePages(DeedsDocument, { [side]: { id: { eq: id } }, ...claimConditions(get), said: statementsNarrowed(get) }, (a) => a.claims);
  return (
    <MoreList pages={pages} what="claim" empty={none} lines={(c) => [claimLine(c)]}>
      {(c) => <ClaimCard key={c.id} of={c} />}
    </MoreList>
  );
}

type Named = NonNullable<NamedInQuery['actor']>['articles']['nodes'][number];

interface NamedPage extends Page<Named> {
  outlets: NamedInQuery['outlets'];
}

function namedPage({ actor, outlets }: NamedInQuery): NamedPage | null {
  return actor && { ...actor.articles, outlets };
}

/** The articles that name the actor, and who publishes them. */
export function NamedIn({ id }: { id: string }) {
  const { get } = useParams();
  const pages = usePages(NamedInDocument, { id, where: articleConditions(get), outlets: true }, namedPage, { outlets: false });
  const outlets = (pages.data?.pages[0] as NamedPage | undefined)?.outlets;
  return (
    <>
      {outlets && outlets.rows.length > 0 && <Outlets id={id} of={outlets} />}
      <MoreList pages={pages} what="article" empty={none} lines={(a) => [articleLine(a)]}>
        {(a) => <ArticleLine key={a.id} of={a} />}
      </MoreList>
    </>
  );
}

/** Who publishes on the actor, those with most articles first; each leads to its articles. */
function Outlets({ id, of }: { id: string; of: NonNullable<NamedInQuery['outlets']> }) {
  const rest = of.groups - of.rows.length;
  return (
    <p className="row small">
      <span className="soft">Published by</span>
      {of.rows.map(({ keys: [key], count: n, origins }) =>
        key?.value ? (
          <Link key={key.value} href={to.actor(id, { tab: 'named', via: key.value })}>
            <bdi>{key.value}</bdi>{' '}
            <span className="soft">
              ({count(n, 'article')}, {count(origins, 'origin')})
            </span>
          </Link>
        ) : (
          <span key="" className="soft">
            outlet unknown ({count(n, 'article')})
          </span>
        ),
      )}
      {rest > 0 && <span className="soft">and {count(rest, 'more outlet')}</span>}
    </p>
  );
}

type Neighbour = NonNullable<NeighboursQuery['neighbours']>['edges'][number];

function neighbourPage({ neighbours }: NeighboursQuery): Page<Neighbour> | null {
  return neighbours && { ...neighbours, nodes: neighbours.edges };
}

/** Whom claims tie to the actor, those with the most claims first. */
export function Neighbours({ id }: { id: string }) {
  const { get } = useParams();
  const narrowed = Object.values(claimConditions(get)).some((condition) => condition !== undefined);
  const where = narrowed ? { negated: { eq: false }, ...claimConditions(get) } : undefined;
  const pages = usePages(NeighboursDocument, { id, where }, neighbourPage);
  return (
    <MoreList pages={pages} what="actor" empty={narrowed ? none : <Nothing>No claim ties it to another actor.</Nothing>} lines={neighbourLines}>
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
  const { get } = useParams();
  const pages = usePages(DisputesOfDocument, { id, from: get('since') || undefined, to: get('asOf') || undefined }, (a) => a.disputes);
  return (
    <MoreList pages={pages} what="dispute" empty={<Nothing>Nothing that is said of it {(get('since') || get('asOf')) && 'in that time '}is disputed.</Nothing>} lines={disputeLines}>
      {(d) => <Disputes key={d.id} of={[d]} />}
    </MoreList>
  );
}
