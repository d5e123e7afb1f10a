import { useAsk } from '../../api/query.ts';
import { useParams } from '../../app/address.ts';
import { ClaimsCitedDocument } from '../../gql/graphql.ts';
import { Actor } from '../../parts/actor.tsx';
import { ClaimLine } from '../../parts/claims.tsx';
import { Days } from '../../parts/day.tsx';
import { EvidenceList } from '../../parts/evidence.tsx';
import { Answered } from '../../parts/states.tsx';
import { count } from '../../parts/words.ts';
import type { Picked } from './canvas.tsx';
import type { Model, Tie } from './model.ts';
import { saidOf } from './tie-lines.ts';

interface Props {
  model: Model;
  opened: readonly string[];
  picked: Picked | undefined;
  pick: (picked: Picked | undefined) => void;
  open: (id: string) => void;
}

/** What is picked: an actor, with what can be done with it, or a tie, with its quotes. */
export function Side({ model, opened, picked, pick, open }: Props) {
  const tie = picked?.kind === 'tie' ? model.ties.get(picked.id) : undefined;
  const actor = picked?.kind === 'actor' ? picked.id : undefined;
  return (
    <aside className="graph-side" aria-label="What is picked">
      {tie && <TieQuotes key={tie.id} of={tie} model={model} />}
      {actor && <ActorActions id={actor} model={model} opened={opened} pick={pick} open={open} />}
      {!picked && <p className="soft small">Pick an actor or a tie, in the picture or in the tables beneath it. A double click opens an actor’s ties; dragging moves it.</p>}
    </aside>
  );
}

function TieQuotes({ of: tie, model }: { of: Tie; model: Model }) {
  const { get } = useParams();
  const query = useAsk(ClaimsCitedDocument, { ids: tie.claims.slice(0, 50), said: saidOf(get) });
  return (
    <>
      <h2>
        <Actor of={model.actors.get(tie.from)!} /> {tie.label} <Actor of={model.actors.get(tie.to)!} />
      </h2>
      <p className="small soft">
        <Days from={tie.firstOn || null} to={tie.lastOn || null} /> · {count(tie.origins, 'origin')} {tie.contested && <span className="tag contested">contested</span>}
      </p>
      <Answered query={query}>
        {({ claims }) =>
          claims?.nodes.map((claim) => (
            <div key={claim.id}>
              <p>
                <ClaimLine of={claim} />
              </p>
              <EvidenceList of={claim.statements.nodes} open={2} />
            </div>
          ))
        }
      </Answered>
    </>
  );
}

function ActorActions({ id, model, opened, pick, open }: { id: string; model: Model; opened: readonly string[]; pick: Props['pick']; open: Props['open'] }) {
  const { params, change } = useParams();
  const actor = model.actors.get(id)!;
  const more = model.more.get(id);
  const others = opened.filter((o) => o !== id && model.actors.has(o));
  const isOpen = params.getAll('actor').includes(id);
  return (
    <>
      <h2>
        <Actor of={actor} />
      </h2>
      <p className="row">
        {!isOpen && (
          <button type="button" className="button" onClick={() => open(id)}>
            Expand
          </button>
        )}
        {isOpen && params.getAll('actor').length > 1 && (
          <button type="button" className="button" onClick={() => change({ actor: params.getAll('actor').filter((o) => o !== id) })}>
            Collapse
          </button>
        )}
        {more !== undefined && (
          <button type="button" className="button" onClick={() => change({ more: [...params.getAll('more'), id] })}>
            +{more} more
          </button>
        )}
        <button type="button" className="button" onClick={() => (pick(undefined), change({ hide: [...params.getAll('hide'), id] }))}>
          Hide
        </button>
        <button type="button" className="button" onClick={() => change({ actor: id, with: '', more: '', hide: '' })}>
          Begin here
        </button>
      </p>
      {others.map((other) => (
        <p key={other}>
          <button type="button" className="button" onClick={() => change({ actor: other, with: id })}>
            Shortest ways to {model.actors.get(other)!.name}
          </button>
        </p>
      ))}
      {params.getAll('hide').length > 0 && (
        <p>
          <button type="button" className="button" onClick={() => change({ hide: '' })}>
            Show {params.getAll('hide').length} hidden
          </button>
        </p>
      )}
    </>
  );
}
