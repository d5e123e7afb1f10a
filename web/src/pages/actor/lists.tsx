import { usePages } from '../../api/query.ts';
import { useParams } from '../../app/address.ts';
import { DeedsDocument, NamedInDocument, SaidDocument, SaidOfDocument, type DateFilter } from '../../gql/graphql.ts';
import { ArticleLine } from '../../parts/articles.tsx';
import { ClaimCard } from '../../parts/claims.tsx';
import { Evidence } from '../../parts/evidence.tsx';
import { MoreList } from '../../parts/more.tsx';
import { Nothing } from '../../parts/states.tsx';

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
    <MoreList pages={pages} what="statement" empty={kind ? wordless : none}>
      {(s) => <Evidence key={s.id} of={s} />}
    </MoreList>
  );
}

/** What was said of the actor, newest first. */
export function SaidOf({ id }: { id: string }) {
  const pages = usePages(SaidOfDocument, { id, ...useConditions() }, (a) => a.statements);
  return (
    <MoreList pages={pages} what="statement" empty={none}>
      {(s) => <Evidence key={s.id} of={s} />}
    </MoreList>
  );
}

/** What the actor did, or what was done to it. */
export function Deeds({ id, side }: { id: string; side: 'subject' | 'object' }) {
  const { date, via } = useConditions();
  const pages = usePages(DeedsDocument, { [side]: { id: { eq: id } }, date, via }, (a) => a.claims);
  return (
    <MoreList pages={pages} what="claim" empty={none}>
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
