import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { request } from '../../api/request.ts';
import { to } from '../../app/address.ts';
import { ActorPicker } from '../../ask/actor-picker.tsx';
import { JudgeDocument, SplitDocument, type Verdict } from '../../gql/graphql.ts';
import { DecisionForm } from '../../parts/decision.tsx';
import { tell } from '../../parts/notice.tsx';
import { useAsk } from '../../api/query.ts';
import { NamedInDocument } from '../../gql/graphql.ts';

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

/** Says that in some articles this name belongs to somebody else. */
export function Split({ id, name }: { id: string; name: string }) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const [called, setCalled] = useState('');
  const query = useAsk(NamedInDocument, { id }, { enabled: open });
  const cache = useQueryClient();
  if (!open)
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        Two in one? Part them…
      </button>
    );
  return (
    <section className="card">
      <h3>In which articles is {name} somebody else?</h3>
      <ul className="small">
        {query.data?.actor?.articles.nodes.map((a) => (
          <li key={a.id}>
            <label className="row">
              <input type="checkbox" checked={chosen.includes(a.id)} onChange={(e) => setChosen(e.target.checked ? [...chosen, a.id] : chosen.filter((one) => one !== a.id))} /> {a.title ?? 'Untitled article'}
            </label>
          </li>
        ))}
      </ul>
      <label className="field">
        What the other one is called; empty for the same name
        <input value={called} onChange={(e) => setCalled(e.target.value)} />
      </label>
      <DecisionForm
        label="Part them"
        onCancel={() => setOpen(false)}
        decide={async (by, reason) => {
          if (chosen.length === 0) throw new Error('Choose at least one article.');
          await request(SplitDocument, { actor: id, articles: chosen, name: called || undefined, by, reason });
          setOpen(false);
          tell('Recorded');
          await cache.invalidateQueries();
        }}
      />
    </section>
  );
}
