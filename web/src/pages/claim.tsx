import { useInfiniteQuery } from '@tanstack/react-query';
import { useAsk } from '../api/query.ts';
import { request } from '../api/request.ts';
import { ClaimDocument, ClaimReportsDocument, type CitedFragment, type ClaimQuery, type ClaimRefFragment } from '../gql/graphql.ts';
import { Actor } from '../parts/actor.tsx';
import { ClaimLine, figureWords } from '../parts/claims.tsx';
import { Days } from '../parts/day.tsx';
import { EvidenceList } from '../parts/evidence.tsx';
import { ExportMenu } from '../parts/export-menu.tsx';
import { claimLine } from '../parts/lines.ts';
import { More } from '../parts/more.tsx';
import { copy } from '../parts/notice.tsx';
import { References } from '../parts/references.tsx';
import { Answered } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { contradictionWords, count, modalityWords } from '../parts/words.ts';
import { Figures, speakersOf } from './figures.tsx';
import { History } from './claim-history.tsx';
import { MissingPage } from './missing.tsx';

export type Claim = Extract<ClaimQuery['claim'], { __typename: 'Claim' }>;

/** A claim: who says so, who says otherwise and why that cannot both be, and what took its place. */
export function ClaimPage({ id }: { id: string }) {
  const query = useAsk(ClaimDocument, { id });
  return <Answered query={query}>{({ claim }) => (claim?.__typename === 'Claim' ? <Whole of={claim} /> : <MissingPage what="The graph has no claim at this address." />)}</Answered>;
}

/** So many reports come at a time. */
const reportsAtOnce = 100;

/** Who reports the claim: the first come with it, the rest when the reader wants more. */
function useReports(claim: Claim) {
  return useInfiniteQuery({
    queryKey: ['reports', claim.id],
    queryFn: async ({ pageParam }) => (await request(ClaimReportsDocument, { id: claim.id, skip: pageParam })).claim?.assertedBy ?? [],
    initialPageParam: 0,
    initialData: { pages: [claim.assertedBy], pageParams: [0] },
    getNextPageParam: (last, pages) => (last.length < reportsAtOnce ? null : pages.flat().length),
  });
}

function Whole({ of: found }: { of: Claim }) {
  useTitle(found.text);
  const reports = useReports(found);
  const claim = { ...found, assertedBy: reports.data.pages.flat() };
  const asserted = claim.assertedBy.filter((a) => a.modality === 'ASSERTED').map((a) => a.statement);
  const weaker = claim.assertedBy.filter((a) => a.modality !== 'ASSERTED');
  return (
    <>
      <h1>
        <bdi>{claim.text}</bdi>
      </h1>
      <Facts of={claim} />
      <div className="row toolbar noprint">
        <button type="button" className="button" onClick={() => void copy(location.href, 'Link copied')}>
          Copy link
        </button>
        <References of={[claim, ...claim.contradictions.map((c) => c.claim)].flatMap((c) => c.assertedBy.map((a) => a.statement))} />
        <ExportMenu name="sayso-claim" lines={() => [claim, ...claim.contradictions.map((c) => c.claim)].map(lineOf)} />
      </div>
      <div className="sides">
        <section className="side">
          <h2>{claim.negated ? 'Who says that it is not so' : 'Who says so'}</h2>
          {asserted.length > 0 ? <EvidenceList of={asserted} open={reports.data.pages.length > 1 ? asserted.length : 10} /> : <p className="soft">Nobody asserts it.</p>}
          {weaker.length > 0 && (
            <details>
              <summary>{count(weaker.length, 'weaker report')}: {[...new Set(weaker.map((a) => modalityWords[a.modality]))].join(', ')}</summary>
              <EvidenceList of={weaker.map((a) => a.statement)} open={20} />
            </details>
          )}
          <More of={reports}>The first {claim.assertedBy.length} reports are shown, and exported.</More>
        </section>
        <section className="side against">
          <h2>What speaks against it</h2>
          {claim.contradictions.length === 0 && <p className="soft">No claim in the graph contradicts it.</p>}
          {claim.contradictions.map((c) => (
            <div key={c.claim.id + c.kind}>
              <h3>
                <ClaimLine of={c.claim} />
              </h3>
              <p className="soft small">
                {contradictionWords[c.kind]}
                {c.reason && ` · ${c.reason}`}
                {c.detector && ` · found by ${c.detector}`}
              </p>
              <EvidenceList of={c.claim.assertedBy.map((a) => a.statement)} open={3} />
            </div>
          ))}
        </section>
      </div>
      <Figures of={[claim, ...claim.contradictions.map((c) => c.claim)].map((c) => ({ ...c, speakers: speakersOf(c.assertedBy.map((a) => a.statement)) }))} />
      <History of={claim} />
      <Changes title="Superseded by" of={claim.supersededBy} />
      <Changes title="Supersedes" of={claim.supersedes} />
    </>
  );
}

/** A claim with all who report it as a line of an export. */
function lineOf(claim: ClaimRefFragment & { assertedBy: { statement: CitedFragment }[] }) {
  return claimLine({ ...claim, statements: { nodes: claim.assertedBy.map((a) => a.statement) } });
}

function Facts({ of: claim }: { of: Claim }) {
  return (
    <p className="row">
      {claim.subject ? <Actor of={claim.subject} /> : <bdi>{claim.subjectText}</bdi>}
      <span className="status">
        {claim.negated && 'not: '}
        {claim.predicate.label}
      </span>
      {claim.object ? <Actor of={claim.object} /> : <bdi>{claim.objectText}</bdi>}
      {claim.quantity !== null && <span className="tag number">{figureWords(claim)}</span>}
      {claim.contested && <span className="tag contested">contested</span>}
      <span className="soft small">
        {claim.occurredOn ? 'happened ' : 'said '}
        {claim.occurredOn ? <Days from={claim.occurredOn} to={null} /> : <Days from={claim.firstOn} to={claim.lastOn} />} · {count(claim.origins, 'origin')}, {count(claim.statementCount, 'statement')}
      </span>
    </p>
  );
}

function Changes({ title, of }: { title: string; of: Claim['supersedes'] }) {
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="stack">
        {of.map((s) => (
          <li key={s.claim.id}>
            <ClaimLine of={s.claim} /> <span className="soft small">{s.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
