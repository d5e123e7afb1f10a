import { useAsk } from '../../api/query.ts';
import { PredicatesDocument, type ActorRefFragment, type ClaimInput } from '../../gql/graphql.ts';

/** One end of a claim as it is being written: an actor of the article, or words where it is none. */
interface End {
  id: string; // '' for words
  words: string;
}

/** A claim as it is being written. */
export interface Draft {
  subject: End;
  predicate: string;
  object: End;
  negated: boolean;
  quantity: string;
  unit: string;
}

export const emptyDraft: Draft = { subject: { id: '', words: '' }, predicate: '', object: { id: '', words: '' }, negated: false, quantity: '', unit: '' };

/** claimOf makes what the API takes of a draft; an error says what is missing. */
export function claimOf(draft: Draft): ClaimInput {
  if (!draft.predicate) throw new Error('Choose what was done in each claim, or remove the claim.');
  if (!draft.subject.id && !draft.subject.words.trim()) throw new Error('Say who did it in each claim, or remove the claim.');
  const quantity = draft.quantity.trim() === '' ? undefined : Number(draft.quantity);
  if (Number.isNaN(quantity)) throw new Error(`“${draft.quantity}” is no figure; write digits, with a point before decimals.`);
  const end = ({ id, words }: End) => ({ id: id || undefined, words: id ? undefined : words.trim() || undefined });
  const subject = end(draft.subject);
  const object = end(draft.object);
  return { predicate: draft.predicate, subjectId: subject.id, subject: subject.words, objectId: object.id, object: object.words, negated: draft.negated, quantity, unit: draft.unit.trim() || undefined };
}

interface Props {
  of: Draft;
  nth: number; // from 1
  actors: ActorRefFragment[];
  change: (draft: Draft) => void;
  remove: () => void;
}

/** The fields of one claim: who did what to whom, and how many. */
export function ClaimFields({ of: draft, nth, actors, change, remove }: Props) {
  const { data } = useAsk(PredicatesDocument, {});
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });
  return (
    <fieldset className="claim-fields">
      <legend className="small">Claim {nth}</legend>
      <div className="filters">
        <EndFields label="Who" of={draft.subject} actors={actors} change={(subject) => set({ subject })} />
        <label className="field">
          Did what
          <select value={draft.predicate} onChange={(e) => set({ predicate: e.target.value })}>
            <option value="">choose…</option>
            {data?.predicates?.nodes.map((p) => (
              <option key={p.id} value={p.id} title={p.means ?? undefined}>
                {p.label}
              </option>
            ))}
          </select>
        </label>
        <EndFields label="To whom or what" of={draft.object} actors={actors} change={(object) => set({ object })} />
        <label className="field">
          Figure
          <input value={draft.quantity} onChange={(e) => set({ quantity: e.target.value })} inputMode="decimal" autoComplete="off" />
        </label>
        <label className="field">
          Counted in
          <input value={draft.unit} onChange={(e) => set({ unit: e.target.value })} maxLength={100} placeholder="soldier" autoComplete="off" />
        </label>
        <label className="check">
          <input type="checkbox" checked={draft.negated} onChange={(e) => set({ negated: e.target.checked })} /> said not to be so
        </label>
      </div>
      <button type="button" className="linklike small" onClick={remove}>
        Remove this claim
      </button>
    </fieldset>
  );
}

function EndFields({ label, of: end, actors, change }: { label: string; of: End; actors: ActorRefFragment[]; change: (end: End) => void }) {
  return (
    <>
      <label className="field">
        {label}
        <select value={end.id} onChange={(e) => change({ id: e.target.value, words: '' })}>
          <option value="">these words:</option>
          {actors.map((a) => (
            <option key={a.id} value={a.id}>
              {a.name}
            </option>
          ))}
        </select>
      </label>
      {end.id === '' && (
        <label className="field">
          {label}, in words
          <input value={end.words} onChange={(e) => change({ id: '', words: e.target.value })} maxLength={500} autoComplete="off" />
        </label>
      )}
    </>
  );
}
