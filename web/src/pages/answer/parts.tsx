import { Link } from 'wouter';
import { address, to } from '../../app/address.ts';
import { Actor } from '../../parts/actor.tsx';
import { ClaimCard } from '../../parts/claims.tsx';
import { Day } from '../../parts/day.tsx';
import { Disputes } from '../../parts/disputes.tsx';
import { EvidenceList } from '../../parts/evidence.tsx';
import { More, type Going } from '../../parts/more.tsx';
import { absenceWords, count, modalityWords, predicateWords } from '../../parts/words.ts';
import { Rows, type Answer } from './rows.tsx';
import type { useWhole } from './whole.ts';

/** The API gives no more rows. */
const mostRows = 500;

/** Whatever fits the kind of question, in the order in which it answers it. */
export function AnswerParts({ of: answer, more }: { of: Answer; more: ReturnType<typeof useWhole>['more'] }) {
  return (
    <>
      {answer.actor && (
        <p className="card">
          <Actor of={answer.actor} /> {answer.actor.description}
        </p>
      )}
      {answer.path && <Ways of={answer.path} />}
      {answer.rows && <Rows of={answer.rows} />}
      <More of={more.rows}>The first {answer.rows?.length} rows are shown, and exported; there may be more.</More>
      {answer.rows && answer.rows.length >= mostRows && <p className="notice">No answer has more than {mostRows} rows. Narrow it by time or source to see others.</p>}
      {answer.unnamed && answer.unnamed.length > 0 && <Unnamed of={answer.unnamed} more={more.unnamed} />}
      {answer.figures && <Claims of={answer.figures} what="figure" more={more.figures} />}
      {answer.claims && <Claims of={answer.claims} what="claim" more={more.claims} />}
      {answer.timeline && <Positions of={answer.timeline} />}
      {answer.statements && <Statements of={answer.statements} more={more.statements} />}
      {answer.disputes && (
        <Part title={count(answer.disputes.totalCount, 'dispute')}>
          <Disputes of={answer.disputes.nodes} />
          <Rest of={answer.disputes} more={more.disputes} />
        </Part>
      )}
      {answer.absence && <Absence of={answer.absence} />}
      {answer.leftOut && answer.leftOut.length > 0 && <LeftOut of={answer.leftOut} />}
    </>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Says how much of a list is shown, and goes on with it; an export holds what is shown. */
function Rest({ of, more }: { of: { totalCount: number; nodes: unknown[] }; more: Going }) {
  return (
    <More of={more}>
      The first {of.nodes.length.toLocaleString('en')} of {of.totalCount.toLocaleString('en')} are shown, and exported.
    </More>
  );
}

function Claims({ of, what, more }: { of: NonNullable<Answer['claims']>; what: string; more: Going }) {
  if (of.totalCount === 0) return null;
  return (
    <Part title={count(of.totalCount, what)}>
      <div className="stack">
        {of.nodes.map((claim) => (
          <ClaimCard key={claim.id} of={claim} />
        ))}
      </div>
      <Rest of={of} more={more} />
    </Part>
  );
}

/** Claims with one side that has no name: "police arrested X", "X rejected the budget". */
function Unnamed({ of, more }: { of: NonNullable<Answer['unnamed']>; more: Going }) {
  return (
    <Part title="With one side unnamed">
      <div className="stack">
        {of.map((claim) => (
          <ClaimCard key={claim.id} of={claim} />
        ))}
      </div>
      <More of={more}>The first {of.length} are shown, and exported.</More>
    </Part>
  );
}

function Statements({ of, more }: { of: NonNullable<Answer['statements']>; more: Going }) {
  if (of.totalCount === 0) return null;
  return (
    <Part title={count(of.totalCount, 'statement')}>
      <EvidenceList of={of.nodes} open={of.nodes.length} />
      <Rest of={of} more={more} />
    </Part>
  );
}

function Positions({ of }: { of: NonNullable<Answer['timeline']> }) {
  return (
    <Part title={`${count(of.entries.length, 'position')}, ${count(of.reversals, 'reversal')}`}>
      <ol className="stack">
        {of.entries.map((entry) => (
          <li key={`${entry.claim.id}${entry.date}${entry.modality}`} className="answer-row">
            <header>
              <strong>{entry.date ? <Day of={entry.date} /> : 'no day given'}</strong>
              <span>
                <Actor of={entry.actor} /> {entry.negated && <em>did not: </em>}
                <Link href={to.claim(entry.claim.id)}>{predicateWords(entry.predicate)}</Link> <Actor of={entry.target} plain />
              </span>
              {entry.modality !== 'ASSERTED' && <span className="tag weak">{modalityWords[entry.modality]}</span>}
              {entry.reversal && <span className="tag contested">reversal</span>}
            </header>
            <EvidenceList of={entry.statements} open={1} />
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Ways({ of }: { of: NonNullable<Answer['path']> }) {
  const [first] = of.paths;
  const ends = first && [first.hops[0]?.from, first.hops.at(-1)?.to];
  return (
    <Part title={first ? `${count(of.paths.length, 'way')} of ${count(first.length, 'claim')}` : 'No way of citable claims leads there'}>
      {ends?.[0] && ends[1] && (
        <p>
          <Link href={to.graph({ actor: ends[0].id, with: ends[1].id })}>as a graph</Link>
        </p>
      )}
      <div className="stack">
        {of.paths.map((path, i) => (
          <div className="card" key={i}>
            {path.hops.map((hop) => (
              <div key={hop.claim.id + hop.from.id}>
                <p className="hop">
                  <Actor of={hop.from} /> <span aria-hidden="true">{hop.forward ? '→' : '←'}</span>
                  <Link href={to.claim(hop.claim.id)}>{hop.claim.text}</Link> <span aria-hidden="true">{hop.forward ? '→' : '←'}</span> <Actor of={hop.to} />
                </p>
                <EvidenceList of={hop.evidence} open={1} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </Part>
  );
}

/** Why there is nothing, in words, with the statements that say so. */
function Absence({ of }: { of: NonNullable<Answer['absence']> }) {
  return (
    <section className="notice">
      <p>
        <strong>{absenceWords[of.kind]}</strong> {of.coveredUntil && <span>The latest article about them is of <Day of={of.coveredUntil} />.</span>}
      </p>
      {of.kind === 'NOT_COVERED' && (
        <p>
          <Link href={address('/bring')}>Bring an article in</Link> that does, or ask with another spelling.
        </p>
      )}
      {of.statements.length > 0 && <EvidenceList of={of.statements} />}
    </section>
  );
}

/** The reports that the answer does not count, openable by their reason. */
function LeftOut({ of }: { of: NonNullable<Answer['leftOut']> }) {
  return (
    <section aria-label="Left out">
      <h2>Left out</h2>
      {of.map((group) => (
        <details key={`${group.modality}${group.negated}${group.status}`}>
          <summary>
            {group.count} {reason(group)}
          </summary>
          <EvidenceList of={group.evidence} open={20} />
          {group.count > group.evidence.length && <p className="soft small">The first {group.evidence.length} are shown.</p>}
        </details>
      ))}
    </section>
  );
}

function reason(group: NonNullable<Answer['leftOut']>[number]): string {
  const parts = [group.status !== 'CURRENT' && group.status.toLowerCase(), group.negated ? 'said not to be so' : group.status === 'CURRENT' && modalityWords[group.modality]];
  if (group.negated && group.modality !== 'ASSERTED') parts.push(modalityWords[group.modality]);
  return parts.filter(Boolean).join(', ');
}
