import { useParams } from '../../app/address.ts';

/** The shape by which the picture draws a kind of actor: a disc, a square, a ring. */
function Drawn({ of }: { of: string }) {
  return (
    <svg className={`shape ${of.toLowerCase()}`} viewBox="0 0 16 16" aria-hidden="true">
      {of === 'Organization' ? <rect x="2" y="2" width="12" height="12" /> : <circle cx="8" cy="8" r="6" fill={of === 'Place' ? 'none' : undefined} stroke="currentColor" strokeWidth={of === 'Place' ? 3 : 0} />}
    </svg>
  );
}

/** What the shapes and lines mean; unticking a predicate takes its ties, and who is tied by nothing else, out of the picture. */
export function Legend({ of }: { of: { id: string; label: string; n: number }[] }) {
  const { params, change } = useParams();
  const off = params.getAll('off');
  return (
    <fieldset className="legend-box">
      <legend className="unseen">Legend and filter</legend>
      <p className="row small soft">
        {['Person', 'Organization', 'Place'].map((type) => (
          <span key={type}>
            <Drawn of={type} /> {type.toLowerCase()}
          </span>
        ))}
        <span>thicker: more origins</span>
        <span className="tag contested">dashed: contested</span>
      </p>
      <div className="row small">
        {of.map((p) => (
          <label key={p.id} className="row">
            <input type="checkbox" checked={!off.includes(p.id)} onChange={(e) => change({ off: e.target.checked ? off.filter((id) => id !== p.id) : [...off, p.id] }, { replace: true })} />
            {p.label} <span className="soft number">{p.n}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
