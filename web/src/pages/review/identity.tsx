import { usePages, useAsk } from '../../api/query.ts';
import { request } from '../../api/request.ts';
import { CandidatesDocument, JudgeDocument, PairDocument, UndoDocument, type CandidateFragment, type CandidatesQuery, type Verdict } from '../../gql/graphql.ts';
import { Actor } from '../../parts/actor.tsx';
import { ArticleLine } from '../../parts/articles.tsx';
import { ClaimLine } from '../../parts/claims.tsx';
import { Evidence } from '../../parts/evidence.tsx';
import { JudgementLine } from '../../parts/judgement.tsx';
import { Answered, Failure, Nothing, Waiting } from '../../parts/states.tsx';
import { count } from '../../parts/words.ts';
import { End, Frame } from './frame.tsx';
import { useKeys, useLoaded, useQueue, type Loaded, type Session, type Undo } from './queue.ts';

type Judgement = NonNullable<CandidatesQuery['judgements']>['nodes'][number];

/** Pairs of actors that the linker is unsure of and nobody has decided, the likeliest first, side by side. */
export function IdentityQueue(props: { session: Session; ready: boolean }) {
  const pages = usePages(CandidatesDocument, {}, (a) => a.judgements);
  const queue = useLoaded(pages);
  if (pages.isError && !pages.data) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  if (!queue) return <Waiting />;
  if (queue.total === 0) return <Nothing>No pair is waiting. To join or part actors by hand, open one’s page and choose “Why one actor”.</Nothing>;
  return <Running {...props} queue={queue} />;
}

async function decide(j: Judgement, verdict: Verdict, session: Session): Promise<Undo> {
  const { judge } = await request(JudgeDocument, { left: j.left, right: j.right, verdict, by: session.by, reason: session.reason });
  return async () => {
    if (judge) await request(UndoDocument, { judgement: judge.id, by: session.by, reason: 'taken back in review' });
  };
}

function Running({ session, ready, queue }: { session: Session; ready: boolean; queue: Loaded<Judgement> }) {
  const { run, item } = useQueue(queue);
  const judge = (verdict: Verdict) => () => item && ready && run.judge(() => decide(item, verdict, session));
  const choices = [
    { key: 'o', label: 'One and the same', act: judge('SAME'), needsName: true },
    { key: 't', label: 'Two', act: judge('DIFFERENT'), needsName: true },
    { key: 's', label: 'Skip', act: run.skip, needsName: false },
    { key: 'u', label: 'Undo', act: run.undo, needsName: false },
  ];
  useKeys({ ...Object.fromEntries(choices.map((c) => [c.key, c.act])), ArrowLeft: () => run.go(run.at - 1), ArrowRight: () => run.go(run.at + 1) });
  return (
    <Frame session={run} total={queue.total} choices={choices} ready={ready}>
      {item ? <Pair of={item} /> : <End of={queue} />}
    </Frame>
  );
}

function Pair({ of: j }: { of: Judgement }) {
  const query = useAsk(PairDocument, { left: j.left, right: j.right });
  return (
    <>
      <h2>
        <bdi>{j.leftName}</bdi> and <bdi>{j.rightName}</bdi>: {Math.round(j.score * 100)} % likely one
      </h2>
      {j.reason && (
        <p>
          {j.by}: {j.reason}
        </p>
      )}
      <ul className="small soft">
        {j.reasons.map((r) => (
          <li key={r}>{r}</li>
        ))}
      </ul>
      <Answered query={query}>
        {({ left, right }) => (
          <div className="sides">
            {[left, right].map((c, i) => (
              <div key={i} className="side">
                {c ? <Candidate of={c} judged={j.id} /> : <p className="soft">Not in the graph any more.</p>}
              </div>
            ))}
          </div>
        )}
      </Answered>
    </>
  );
}

/** One of the two, with the judgements about it that hold; judged is the one that waits. */
function Candidate({ of: c, judged }: { of: CandidateFragment; judged: string }) {
  const earlier = c.judgements.nodes.filter((j) => j.id !== judged);
  return (
    <>
      <h3>
        <Actor of={c} />
      </h3>
      <p className="small">{[c.kind, c.description, c.wikidataId, ...c.aliases.slice(0, 6)].filter(Boolean).join(' · ')}</p>
      <p className="small soft">
        {count(c.statements.totalCount, 'statement')}, {count(c.subjectOf.totalCount, 'deed')}, {count(c.articles.totalCount, 'article')}
      </p>
      {c.statements.nodes.map((s) => (
        <Evidence key={s.id} of={s} />
      ))}
      {c.subjectOf.nodes.map((claim) => (
        <p key={claim.id} className="small">
          <ClaimLine of={claim} />
        </p>
      ))}
      {c.articles.nodes.map((a) => (
        <p key={a.id} className="small">
          <ArticleLine of={a} />
        </p>
      ))}
      {earlier.map((j) => (
        <p key={j.id} className="small">
          Earlier: <JudgementLine of={j} />
        </p>
      ))}
    </>
  );
}
