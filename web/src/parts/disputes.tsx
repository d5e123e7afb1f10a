import type { DisputeSidesFragment } from '../gql/graphql.ts';
import { Actors } from './actor.tsx';
import { ClaimLine } from './claims.tsx';
import { EvidenceList } from './evidence.tsx';
import { contradictionWords, count } from './words.ts';

/** Pairs of claims that cannot both be so, side by side. Who is right is not for these pages to say. */
export function Disputes({ of }: { of: DisputeSidesFragment[] }) {
  return (
    <div className="stack">
      {of.map((dispute) => (
        <article className="card" key={dispute.id}>
          <p className="soft small">
            <span className="tag contested">contested</span> {contradictionWords[dispute.kind]}
            {dispute.reason && ` · ${dispute.reason}`}
          </p>
          <div className="sides">
            {dispute.sides.map((side, i) => (
              <section key={side.claim.id} className={i === 0 ? 'side' : 'side against'}>
                <h3>
                  <ClaimLine of={side.claim} />
                </h3>
                <p className="small">
                  <Actors of={side.speakers} /> <span className="soft">{count(side.origins, 'origin')}, {count(side.statements, 'statement')}</span>
                </p>
                <EvidenceList of={side.evidence} open={2} />
              </section>
            ))}
          </div>
        </article>
      ))}
    </div>
  );
}
