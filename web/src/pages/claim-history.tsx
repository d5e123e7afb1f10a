import { Link } from 'wouter';
import { to } from '../app/address.ts';
import { ClaimLine } from '../parts/claims.tsx';
import { speakerName } from '../parts/citation.ts';
import { Day } from '../parts/day.tsx';
import type { CitedFragment, ClaimRefFragment, Modality } from '../gql/graphql.ts';
import { modalityWords } from '../parts/words.ts';
import type { Claim } from './claim.tsx';

/** One step of what became of a claim: somebody said it, or something else that cannot be so together with it. */
export interface Step {
  statement: CitedFragment;
  modality: Modality;
  other?: ClaimRefFragment; // what was said instead
}

/** stepsOf puts all that was said for and against a claim in order of time; what has no day comes last. */
export function stepsOf(claim: Pick<Claim, 'assertedBy' | 'contradictions'>): Step[] {
  const against = claim.contradictions.flatMap((c) => c.claim.assertedBy.map((a) => ({ statement: a.statement, modality: a.modality, other: c.claim })));
  const all: Step[] = [...claim.assertedBy.map((a) => ({ statement: a.statement, modality: a.modality })), ...against];
  const day = (step: Step) => step.statement.date ?? '9999';
  return all.sort((a, b) => day(a).localeCompare(day(b)));
}

/** What was said for and against a claim, in order of time: one line each, which leads to the words. One statement alone has no history. */
export function History({ of: claim }: { of: Claim }) {
  const steps = stepsOf(claim);
  if (steps.length < 2) return null;
  return (
    <section>
      <h2>In order of time</h2>
      <table>
        <thead>
          <tr>
            <th>Day</th>
            <th>Who</th>
            <th>Said</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ statement: s, modality, other }) => (
            <tr key={s.id + (other?.id ?? '')}>
              <td>{s.date ? <Day of={s.date} /> : 'no day given'}</td>
              <td>
                <bdi>{speakerName(s)}</bdi> {s.article.publisher && <span className="soft small">in {s.article.publisher.name}</span>}
              </td>
              <td>
                <Link href={to.statement(s.article.id, s.id)}>{other ? 'otherwise' : claim.negated ? 'not so' : 'so'}</Link>
                {other && (
                  <>
                    : <ClaimLine of={other} />
                  </>
                )}{' '}
                {modality !== 'ASSERTED' && <span className="tag weak">{modalityWords[modality]}</span>} {s.status !== 'CURRENT' && <span className="tag contested">{s.status.toLowerCase()}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
