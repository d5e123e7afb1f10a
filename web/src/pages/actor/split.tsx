import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePages } from '../../api/query.ts';
import { request } from '../../api/request.ts';
import { NamedInDocument, SplitDocument } from '../../gql/graphql.ts';
import { ArticleLine } from '../../parts/articles.tsx';
import { DecisionForm } from '../../parts/decision.tsx';
import { MoreList } from '../../parts/more.tsx';
import { tell } from '../../parts/notice.tsx';
import { Nothing } from '../../parts/states.tsx';

/** Says that in some articles this name belongs to somebody else. */
export function Split({ id, name }: { id: string; name: string }) {
  const [open, setOpen] = useState(false);
  if (open) return <SplitForm id={id} name={name} close={() => setOpen(false)} />;
  return (
    <button type="button" className="button" onClick={() => setOpen(true)}>
      Two in one? Part them…
    </button>
  );
}

function SplitForm({ id, name, close }: { id: string; name: string; close: () => void }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [called, setCalled] = useState('');
  const pages = usePages(NamedInDocument, { id }, (a) => a.actor?.articles);
  const cache = useQueryClient();
  const toggle = (article: string) => setChosen((now) => (now.includes(article) ? now.filter((one) => one !== article) : [...now, article]));
  return (
    <section className="card stack" aria-label="Part them">
      <h3>
        In which articles is <bdi>{name}</bdi> somebody else?
      </h3>
      <MoreList pages={pages} what="article" empty={<Nothing>No stored article names this actor.</Nothing>}>
        {(a) => (
          <label key={a.id} className="check">
            <input type="checkbox" checked={chosen.includes(a.id)} onChange={() => toggle(a.id)} /> <ArticleLine of={a} />
          </label>
        )}
      </MoreList>
      <label className="field">
        What the other one is called; empty for the same name
        <input value={called} onChange={(e) => setCalled(e.target.value)} maxLength={500} autoComplete="off" />
      </label>
      <DecisionForm
        label="Part them"
        onCancel={close}
        decide={async (by, reason) => {
          if (chosen.length === 0) throw new Error('Choose at least one article.');
          await request(SplitDocument, { actor: id, articles: [...chosen], name: called.trim() || undefined, by, reason });
          close();
          tell('Recorded');
          await cache.invalidateQueries();
        }}
      />
    </section>
  );
}
