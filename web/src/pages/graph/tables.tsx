import { memo } from 'react';
import { useParams } from '../../app/address.ts';
import { Shape } from '../../parts/actor.tsx';
import { Days } from '../../parts/day.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import type { Picked } from './canvas.tsx';
import type { Model } from './model.ts';
import { saidOf, tieLines } from './tie-lines.ts';

/** Rows beyond these are left to the picture and the exports. */
const most = 200;

/** The picture in words: who is tied to whom by what, and who is there. Choosing a row picks the same as in the picture. */
export const Tables = memo(function Tables({ model, picked, pick }: { model: Model; picked: Picked | undefined; pick: (picked: Picked | undefined) => void }) {
  const ties = [...model.ties.values()].sort((a, b) => b.origins - a.origins || a.id.localeCompare(b.id));
  const { get } = useParams();
  const name = (id: string) => model.actors.get(id)?.name ?? id;
  return (
    <div className="columns">
      <section>
        <div className="row list-head">
          <h2>Ties</h2>
          {ties.length > 0 && <ExportMenu name="sayso-ties" lines={() => tieLines(ties, saidOf(get))} />}
        </div>
        <table>
          <thead>
            <tr>
              <th>Tie</th>
              <th>Days</th>
              <th>Origins</th>
            </tr>
          </thead>
          <tbody>
            {ties.slice(0, most).map((tie) => (
              <tr key={tie.id}>
                <td>
                  <button type="button" className="linklike" aria-pressed={picked?.id === tie.id} onClick={() => pick({ kind: 'tie', id: tie.id })}>
                    <bdi>{name(tie.from)}</bdi> {tie.label} <bdi>{name(tie.to)}</bdi>
                  </button>{' '}
                  {tie.contested && <span className="tag contested">contested</span>}
                </td>
                <td>
                  <Days from={tie.firstOn || null} to={tie.lastOn || null} />
                </td>
                <td className="number">{tie.origins}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {ties.length > most && <p className="soft small">The {most} with most origins of {ties.length}; exports hold all.</p>}
      </section>
      <section>
        <h2>Actors</h2>
        <ul>
          {[...model.actors.values()].slice(0, most).map((actor) => (
            <li key={actor.id}>
              <Shape of={actor.__typename} />
              <button type="button" className="linklike" aria-pressed={picked?.id === actor.id} onClick={() => pick({ kind: 'actor', id: actor.id })}>
                <bdi>{actor.name}</bdi>
              </button>{' '}
              {model.more.has(actor.id) && <span className="soft small">+{model.more.get(actor.id)} more</span>}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
});
