import { useAsk, usePages } from '../../api/query.ts';
import { request } from '../../api/request.ts';
import { DoubtfulCountDocument, DoubtfulDocument, ReviewDocument, type DoubtfulQuery, type Review } from '../../gql/graphql.ts';
import { ClaimLine } from '../../parts/claims.tsx';
import { Evidence } from '../../parts/evidence.tsx';
import { Failure, Nothing, Waiting } from '../../parts/states.tsx';
import { Rules } from '../../parts/rules.tsx';
import { foundBy, modalityWords } from '../../parts/words.ts';
import { Bulk } from './bulk.tsx';
import { End, Frame } from './frame.tsx';
import { useKeys, useLoaded, useQueue, type Loaded, type Session, type Undo } from './queue.ts';

export type Doubtful = NonNullable<DoubtfulQuery['statements']>['nodes'][number];

/** Below this the reader is not sure enough to leave a statement unlooked at. */
const doubtful = 0.6;

/** Statements that the reader is unsure of and nobody has looked at, those with most claims first, for most answers hang on them. */
export function StatementQueue(props: { session: Session; ready: boolean }) {
  const pages = usePages(DoubtfulDocument, { below: doubtful }, (a) => a.statements);
  const waiting = useAsk(DoubtfulCountDocument, { below: doubtful });
  const queue = useLoaded(pages, waiting.data?.statements?.totalCount);
  if (pages.isError && !pages.data) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  if (!queue || waiting.isPending) return <Waiting />; // how many there are is told by a query of its own
  if (queue.total === 0) return <Nothing>No statement is waiting. The reader was sure of all that nobody has looked at.</Nothing>;
  return <Running {...props} queue={queue} />;
}

/** decide records a review, and gives what takes it back. Versions grow with each decision; the statement keeps the last, so that nobody else's is overruled unseen. */
export async function decide(s: Doubtful, review: Review, session: Session): Promise<Undo> {
  const was = s.review;
  await record(s, review, session.by, session.reason);
  return () => record(s, was, session.by, 'taken back in review');
}

async function record(s: Doubtful, review: Review, by: string, reason: string) {
  const { review: done } = await request(ReviewDocument, { statement: s.id, review, by, reason, version: s.version });
  if (done) Object.assign(s, { review: done.review, version: done.version });
}

function Running({ session, ready, queue }: { session: Session; ready: boolean; queue: Loaded<Doubtful> }) {
  const { run, item } = useQueue(queue);
  const judge = (review: Review) => () => item && ready && run.judge(() => decide(item, review, session));
  const choices = [
    { key: 'a', label: 'Accept: read rightly', act: judge('ACCEPTED'), needsName: true },
    { key: 'r', label: 'Reject: misread', act: judge('REJECTED'), needsName: true },
    { key: 's', label: 'Skip', act: run.skip, needsName: false },
    { key: 'u', label: 'Undo', act: run.undo, needsName: false },
  ];
  useKeys({ ...Object.fromEntries(choices.map((c) => [c.key, c.act])), ArrowLeft: () => run.go(run.at - 1), ArrowRight: () => run.go(run.at + 1) });
  return (
    <>
      <Frame session={run} total={queue.total} choices={choices} ready={ready}>
        {item ? <Item of={item} /> : <End of={queue} />}
      </Frame>
      <Bulk items={queue.items.slice(run.at)} ready={ready} judge={(chosen, review) => run.judge(() => all(chosen, review, session), run.at)} />
    </>
  );
}

/** all records one review for many; taking it back takes back all that were recorded. */
async function all(chosen: Doubtful[], review: Review, session: Session): Promise<Undo> {
  const undos: Undo[] = [];
  try {
    for (const s of chosen) undos.push(await decide(s, review, session));
  } catch (e) {
    for (const undo of undos.reverse()) await undo();
    throw e;
  }
  return async () => {
    for (const undo of undos.reverse()) await undo();
  };
}

function Item({ of: s }: { of: Doubtful }) {
  return (
    <>
      <p className="context" dir="auto">
        <span className="soft">…{s.quote.prefix}</span>
        <mark>{s.quote.exact}</mark>
        <span className="soft">{s.quote.suffix}…</span>
      </p>
      <Evidence of={s} />
      <p className="small">
        <strong>{s.asserts.length === 0 ? 'No claim hangs on it.' : s.asserts.length === 1 ? 'One claim hangs on it.' : `${s.asserts.length} claims hang on it.`}</strong> {foundBy(s.extractor, s.cue)}.
      </p>
      <ul className="small">
        {s.asserts.map((a) => (
          <li key={a.claim.id}>
            <ClaimLine of={a.claim} /> {a.modality !== 'ASSERTED' && <span className="tag weak">{modalityWords[a.modality]}</span>}
            <Rules of={a.rules} />
          </li>
        ))}
      </ul>
    </>
  );
}
