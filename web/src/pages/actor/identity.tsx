import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../api/request.ts';
import { UndoDocument } from '../../gql/graphql.ts';
import { DecisionForm } from '../../parts/decision.tsx';
import { JudgementLine } from '../../parts/judgement.tsx';
import type { ActorWhole } from './actor.tsx';
import { Join } from './join.tsx';
import { Split } from './split.tsx';

/** The judgements that made the actor one, or kept it apart from others, each with its reasons and a way to take it back. */
export function Identity({ of: actor }: { of: ActorWhole }) {
  return (
    <div className="stack">
      <Judgements of={actor} />
      <Join id={actor.id} name={actor.name} />
      <div>
        <Split id={actor.id} name={actor.name} />
      </div>
    </div>
  );
}

function Judgements({ of: actor }: { of: ActorWhole }) {
  if (actor.judgements.nodes.length === 0) return <p className="soft">Nobody, neither a person nor the linker, has compared it with another actor.</p>;
  return (
    <ul className="stack">
      {actor.judgements.nodes.map((j) => (
        <li key={j.id} className="card">
          <p>
            <JudgementLine of={j} />
          </p>
          {j.reason && <p>{j.reason}</p>}
          {j.reasons.length > 0 && (
            <ul className="small soft">
              {j.reasons.map((r) => (
                <li key={r}>{r}</li>
              ))}
            </ul>
          )}
          {j.status === 'ACTIVE' && <Undo judgement={j.id} />}
        </li>
      ))}
    </ul>
  );
}

function Undo({ judgement }: { judgement: string }) {
  const [open, setOpen] = useState(false);
  const cache = useQueryClient();
  if (!open)
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        Take back…
      </button>
    );
  return (
    <DecisionForm
      label="Take this judgement back"
      onCancel={() => setOpen(false)}
      decide={async (by, reason) => {
        await request(UndoDocument, { judgement, by, reason });
        await cache.invalidateQueries();
        setOpen(false);
      }}
    />
  );
}
