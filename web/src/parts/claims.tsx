import { Link } from 'wouter';
import { to } from '../app/address.ts';
import type { Bound, ClaimCitedFragment, ClaimRefFragment } from '../gql/graphql.ts';
import { Days } from './day.tsx';
import { EvidenceList } from './evidence.tsx';
import { count } from './words.ts';

const bounds: Record<Bound, string> = { EXACTLY: '', AT_LEAST: 'at least ', AT_MOST: 'at most ', ABOUT: 'about ', MORE_THAN: 'more than ', LESS_THAN: 'fewer than ' };

/** A figure with its bound and unit, as it is told: more than 10,000 soldier. */
export function figureWords(claim: ClaimRefFragment): string {
  if (claim.quantity === null) return '';
  return `${bounds[claim.bound ?? 'EXACTLY']}${claim.quantity.toLocaleString('en')} ${claim.unit ?? ''}`.trim();
}

/** A claim's sentence, which opens its page, with what must be known beside it. */
export function ClaimLine({ of: claim }: { of: ClaimRefFragment }) {
  return (
    <>
      <Link href={to.claim(claim.id)}>
        <bdi>{claim.text}</bdi>
      </Link>{' '}
      {claim.quantity !== null && <span className="tag number">{figureWords(claim)}</span>} {claim.negated && <span className="tag">said not to be so</span>}{' '}
      {claim.contested && <span className="tag contested">contested</span>}
    </>
  );
}

/** A claim with the statements that make it. */
export function ClaimCard({ of: claim }: { of: ClaimCitedFragment }) {
  return (
    <section className="answer-row">
      <header>
        <strong>
          <ClaimLine of={claim} />
        </strong>
        <Days from={claim.firstOn} to={claim.lastOn} />
        <span className="soft">
          {count(claim.origins, 'origin')}, {count(claim.statementCount, 'statement')}
        </span>
      </header>
      <EvidenceList of={claim.statements.nodes} open={2} />
    </section>
  );
}
