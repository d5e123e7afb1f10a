import { Link } from 'wouter';
import { to } from '../app/address.ts';
import type { JudgementRefFragment } from '../gql/graphql.ts';
import { Day } from './day.tsx';
import { count, verdictWords } from './words.ts';

/** What a judgement says of two actors, in one sentence, with who judged so and when; both names lead to their pages. */
export function JudgementLine({ of: j }: { of: JudgementRefFragment }) {
  const left = <Named id={j.left} name={j.leftName} />;
  const right = <Named id={j.right} name={j.rightName} />;
  return (
    <span>
      {j.verdict === 'SPLIT' ? (
        <>
          {left} <strong>was split</strong>: in {count(j.articles.length, 'article')} it is {right}
        </>
      ) : (
        <>
          {left} and {right} <strong>{verdictWords[j.verdict]}</strong>
        </>
      )}{' '}
      <span className="soft small">
        {j.automatic && `score ${j.score.toFixed(2)} · `}
        {j.by} · <Day of={j.at.slice(0, 10)} />
      </span>{' '}
      {j.status === 'UNDONE' && <span className="tag">taken back</span>}
    </span>
  );
}

function Named({ id, name }: { id: string; name: string | null }) {
  return (
    <Link href={to.actor(id)}>
      <bdi>{name ?? id}</bdi>
    </Link>
  );
}
