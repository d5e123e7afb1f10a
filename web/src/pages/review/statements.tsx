import { useEffect, useState } from 'react';
import { usePages } from '../../api/query.ts';
import { request } from '../../api/request.ts';
import { useParams } from '../../app/address.ts';
import { DoubtfulDocument, ReviewDocument, type DoubtfulQuery, type Review } from '../../gql/graphql.ts';
import { ClaimLine } from '../../parts/claims.tsx';
import { Evidence } from '../../parts/evidence.tsx';
import { Failure, Nothing, Waiting } from '../../parts/states.tsx';
import { Rules } from '../../parts/rules.tsx';
import { modalityWords } from '../../parts/words.ts';
import { Bulk } from './bulk.tsx';
import { Frame } from './frame.tsx';
import { useKeys, useSession, type Session } from './queue.ts';

export type Doubtful = NonNullable<DoubtfulQuery['statements']>['nodes'][number];

/** Below this the reader is not sure enough to leave a statement unlooked at. */
const doubtful = 0.6;

/** Statements that the reader is unsure of and nobody has looked at, those with most claims first, for most answers hang on them. */
export function StatementQueue(props: { session: Session; ready: boolean }) {
  const pages = usePages(DoubtfulDocument, { below: doubtful }, (a) => a.statements);
  if (pages.isPending) return <Waiting />;
  if (pages.isError) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  const items = pages.data.pages.flatMap((p) => p.nodes);
  const total = pages.data.pages[0]?.totalCount ?? 0;
  if (total === 0) return <Nothing>No statement is waiting. The reader was sure of all that nobody has looked at.</Nothing>;
  return <Running key="statements" {...props} items={items} total={total} more={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()} />;
}

interface Props {
  session: Session;
  ready: boolean;
  items: Doubtful[];
  total: number;
  more: () => void;
}

/** decide records a review, and gives what takes it back. Versions grow with each decision, so the one to be taken back is named. */
export async function decide(s: Doubtful, review: Review, session: Session): Promise<() => Promise<void>> {
  const { review: done } = await request(ReviewDocument, { statement: s.id, review, by: session.by, reason: session.reason, version: s.version });
  return async () => {
    const { review: back } = await request(ReviewDocument, { statement: s.id, review: 'UNREVIEWED', by: session.by, reason: 'taken back in review', version: done?.version });
    if (back) s.version = back.version;
  };
}

function Running({ session, ready, items, total, more }: Props) {
  const { get, change } = useParams();
  const [start] = useState(() => Math.max(0, items.findIndex((s) => s.id === get('at'))));
  const run = useSession(items.length, start);
  const item = items[run.at];
  useEffect(() => {
    if (items.length - run.at < 5) more();
    if (item && item.id !== get('at')) change({ at: item.id }, { replace: true });
  }, [run.at, items.length]);
  const judge = (review: Review) => () => item && ready && void run.judge(() => decide(item, review, session));
  const choices = [
    { key: 'a', label: 'Accept: read rightly', act: judge('ACCEPTED'), needsName: true },
    { key: 'r', label: 'Reject: misread', act: judge('REJECTED'), needsName: true },
    { key: 's', label: 'Skip', act: run.skip, needsName: false },
    { key: 'u', label: 'Undo', act: () => void run.undo(), needsName: false },
  ];
  useKeys({ ...Object.fromEntries(choices.map((c) => [c.key, c.act])), ArrowLeft: () => run.go(run.at - 1), ArrowRight: () => run.go(run.at + 1) });
  return (
    <>
      <Frame session={run} total={total} choices={choices} ready={ready}>
        {item ? <Item of={item} /> : <p>The end of the queue. Undo leads back.</p>}
      </Frame>
      <Bulk items={items.slice(run.at)} ready={ready} judge={(chosen, review) => void run.judge(() => all(chosen, review, session), run.at)} />
    </>
  );
}

/** all records one review for many; taking it back takes back all that were recorded. */
async function all(chosen: Doubtful[], review: Review, session: Session): Promise<() => Promise<void>> {
  const undos: (() => Promise<void>)[] = [];
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
        <strong>{s.asserts.length === 0 ? 'No claim hangs on it.' : s.asserts.length === 1 ? 'One claim hangs on it.' : `${s.asserts.length} claims hang on it.`}</strong> Found by {s.extractor}
        {s.cue.length > 0 && <> by “{s.cue.map((c) => c.text).join('”, “')}”</>}.
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
