import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { request } from '../../api/request.ts';
import { to } from '../../app/address.ts';
import { ActorPicker } from '../../ask/actor-picker.tsx';
import { JudgeDocument, type Verdict } from '../../gql/graphql.ts';
import { DecisionForm } from '../../parts/decision.tsx';
import { tell } from '../../parts/notice.tsx';

/** Says that another actor is the same as this one, or that it is not. */
export function Join({ id, name }: { id: string; name: string }) {
  const [other, setOther] = useState<{ id: string; name: string }>();
  const [verdict, setVerdict] = useState<Verdict>('SAME');
  const cache = useQueryClient();
  const [, navigate] = useLocation();
  return (
    <section className="card">
      <h3>Another name for {name}?</h3>
      {!other && <ActorPicker label="The other actor" choose={(o, n) => o !== id && setOther({ id: o, name: n })} />}
      {other && (
        <>
          <p className="row">
            <bdi>{name}</bdi> and <bdi>{other.name}</bdi>
            {(['SAME', 'DIFFERENT'] as const).map((v) => (
              <label key={v} className="row">
                <input type="radio" name="verdict" checked={verdict === v} onChange={() => setVerdict(v)} /> {v === 'SAME' ? 'are one' : 'are two'}
              </label>
            ))}
          </p>
          <DecisionForm
            label="Record"
            onCancel={() => setOther(undefined)}
            decide={async (by, reason) => {
              await request(JudgeDocument, { left: id, right: other.id, verdict, by, reason });
              setOther(undefined);
              tell('Recorded');
              await cache.invalidateQueries();
              if (verdict === 'SAME') navigate(to.actor(id, { tab: 'identity' }));
            }}
          />
        </>
      )}
    </section>
  );
}
