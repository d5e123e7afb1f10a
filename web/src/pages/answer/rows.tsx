import { Link } from 'wouter';
import { to } from '../../app/address.ts';
import type { AskQuery } from '../../gql/graphql.ts';
import { Actor } from '../../parts/actor.tsx';
import { Days } from '../../parts/day.tsx';
import { EvidenceList } from '../../parts/evidence.tsx';
import { count, modalityWords, predicateWords } from '../../parts/words.ts';

export type Answer = AskQuery['ask'] & {};
export type AnswerRow = NonNullable<Answer['rows']>[number];

/** One row for each actor, deed and target: where it stands, since when, on how many origins, and the words that say so. */
export function Rows({ of }: { of: AnswerRow[] }) {
  return of.map((row) => <Row key={`${row.actor.id}${row.predicate}${row.target?.id ?? row.targetText}`} of={row} />);
}

function Row({ of: row }: { of: AnswerRow }) {
  return (
    <section className="answer-row">
      <header>
        <h3>
          <Actor of={row.actor} />
        </h3>
        <span>
          <span className="status">{predicateWords(row.status)}</span> <RowTarget of={row} />
        </span>
        {row.status !== row.predicate && <span className="soft">here: {predicateWords(row.predicate)}</span>}
        {row.modality !== 'ASSERTED' && <span className="tag weak">{modalityWords[row.modality]}</span>}
        <Days from={row.firstOn} to={row.lastOn} />
        <span className="soft">
          {count(row.origins, 'origin')} ({count(row.articles, 'article')}, {count(row.statements, 'statement')})
        </span>
        <span className="row">
          {contestedIn(row).map((id) => (
            <Link key={id} href={to.claim(id)} className="tag contested">
              contested
            </Link>
          ))}
          {row.target && <Link href={to.graph({ actor: row.actor.id, with: row.target.id })}>graph</Link>}
        </span>
      </header>
      <EvidenceList of={row.evidence} open={2} />
    </section>
  );
}

/** contestedIn gives the ids of the row's claims that another claim contradicts, as far as its words make them. */
function contestedIn(row: AnswerRow): string[] {
  const claims = row.evidence.flatMap((s) => s.asserts.map((a) => a.claim));
  return [...new Set(claims.filter((c) => c.predicate.id === row.predicate && c.subject?.id === row.actor.id).map((c) => c.id))];
}

function RowTarget({ of: row }: { of: AnswerRow }) {
  if (row.target) return <Actor of={row.target} plain />;
  return <bdi>{row.targetText}</bdi>;
}
