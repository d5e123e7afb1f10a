import { useEffect, useMemo, useRef, useState } from 'react';
import type Sigma from 'sigma';
import { address, useParams } from '../../app/address.ts';
import { ActorPicker } from '../../ask/actor-picker.tsx';
import { DaySlider } from '../../parts/day-slider.tsx';
import { copy } from '../../parts/notice.tsx';
import { Failure, Nothing, Waiting } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.ts';
import { count } from '../../parts/words.ts';
import { FilterForm } from '../answer/filter-form.tsx';
import { arrange } from './arrange.ts';
import { Canvas, type Picked } from './canvas.tsx';
import { useGraph } from './data.ts';
import { FileMenu, OpenSaved } from './files-menu.tsx';
import type { Saved } from './files.ts';
import { Legend } from './legend.tsx';
import { layouts, start, type Layout, type Spots } from './place.ts';
import { Side } from './side.tsx';
import { Tables } from './tables.tsx';

const layoutWords: Record<Layout, string> = { force: 'by ties', time: 'by time', side: 'by side' };

/** Actors and what ties them, drawn; everything that is drawn stands in tables beside it too. */
export function GraphPage() {
  useTitle('Graph');
  const { get, params, change } = useParams();
  const { saved, open: openSaved, close } = useSaved();
  const { model, legend, opened, target, pending, error } = useGraph(saved?.model);
  const layout = (layouts as readonly string[]).includes(get('layout')) ? (get('layout') as Layout) : 'force';
  const [moved, setMoved] = useState<Spots>({});
  const pinned = useMemo(() => ({ ...saved?.spots, ...moved }), [saved, moved]);
  const spots = useSpots(model, layout, pinned);
  const [picked, pick] = useState<Picked>();
  const renderer = useRef<Sigma | null>(null);
  // What a filter or a collapse takes away is not picked any more.
  const there = picked && (picked.kind === 'actor' ? model.actors.has(picked.id) : model.ties.has(picked.id)) ? picked : undefined;
  const open = (id: string) => change(target ? { actor: [...opened, id], with: '' } : { actor: [...new Set([...params.getAll('actor'), id])] });
  if (opened.length === 0 && !saved)
    return (
      <>
        <h1>Graph</h1>
        <p>Choose an actor to begin with, or open a graph that was saved here. Every actor’s page leads here too.</p>
        <div className="filters">
          <ActorPicker label="An actor" choose={(id) => change({ actor: id })} />
          <span>
            <OpenSaved open={openSaved} />
          </span>
        </div>
      </>
    );
  return (
    <>
      <h1>{target ? 'Ways between two actors' : 'Graph'}</h1>
      <FilterForm names={['since', 'asOf', 'knownAt', 'speaker', 'via']} too="none" what="the graph" />
      <DaySlider param="knownAt" label="What was known by the end of" />
      <div className="row toolbar">
        <label className="row small">
          Arranged
          <select value={layout} onChange={(e) => change({ layout: e.target.value === 'force' ? '' : e.target.value })}>
            {layouts.map((l) => (
              <option key={l} value={l}>
                {layoutWords[l]}
              </option>
            ))}
          </select>
        </label>
        <Origins />
        <button type="button" className="button" onClick={() => void renderer.current?.getCamera().animatedReset()}>
          Show all
        </button>
        <button type="button" className="button" onClick={() => void copy(location.href, 'Link copied')}>
          Copy link
        </button>
        <FileMenu model={model} spots={spots} renderer={renderer} />
        <OpenSaved open={openSaved} />
        {saved && (
          <button type="button" className="button" onClick={close}>
            Close the file
          </button>
        )}
        <span className="soft small" role="status">
          {pending ? 'Asking…' : `${count(model.actors.size, 'actor')}, ${count(model.ties.size, 'tie')}`}
        </span>
      </div>
      {error && <Failure error={error} />}
      {!pending && !error && model.ties.size === 0 && <Untied ways={target !== null} stale={model.actors.size === 0} />}
      {pending && model.actors.size === 0 ? (
        <Waiting />
      ) : (
        <div className="graph-page">
          <div>
            <Canvas model={model} spots={spots} opened={opened} picked={there} pick={pick} open={open} moved={(id, spot) => setMoved((p) => ({ ...p, [id]: spot }))} renderer={renderer} />
            <Legend of={legend} />
          </div>
          <Side model={model} opened={opened} picked={there} pick={pick} open={open} />
        </div>
      )}
      <Tables model={model} picked={there} pick={pick} />
      <p className="small soft">
        <a href={address('/graph', { actor: opened })}>Begin again with these actors</a>
      </p>
    </>
  );
}

/** Says why the picture is empty, and what to do. */
function Untied({ ways, stale }: { ways: boolean; stale: boolean }) {
  if (ways) return <Nothing>No way of at most four citable claims leads from the one to the other. Widen the filters, or begin with one of them and open its ties.</Nothing>;
  if (stale) return <Nothing>The graph has no actor at this address; the link may be an old one. Ask for the name in the box above.</Nothing>;
  return <Nothing>No claim ties these actors to others. Widen the filters to see all there is.</Nothing>;
}

function Origins() {
  const { get, change } = useParams();
  return (
    <label className="row small">
      at least
      <select value={get('origins') || '1'} onChange={(e) => change({ origins: e.target.value === '1' ? '' : e.target.value })}>
        {['1', '2', '3', '5', '10'].map((n) => (
          <option key={n} value={n}>
            {count(Number(n), 'origin')}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How long nothing is drawn while actors are being arranged, in milliseconds. */
const patience = 300;

/** A graph that was opened from a file, in place of what the address asks for. */
function useSaved() {
  const [saved, setSaved] = useState<Saved>();
  return { saved, open: setSaved, close: () => setSaved(undefined) };
}

/** Where every actor stands; kept from one model to the next, so that what was there does not jump. */
function useSpots(model: ReturnType<typeof useGraph>['model'], layout: Layout, pinned: Spots): Spots {
  const [spots, setSpots] = useState<Spots>({});
  const now = useRef(spots);
  now.current = spots;
  useEffect(() => {
    if (model.actors.size === 0) return;
    const job = arrange(model, layout, now.current, pinned);
    let live = true;
    // Many actors take a while to arrange; until then they stand where they begin, so that there is something to see.
    const soon = setTimeout(() => setSpots((s) => ({ ...start(model.actors.keys()), ...s })), patience);
    job.spots.then((next) => live && next !== pinned && setSpots(next)).catch(() => undefined).finally(() => clearTimeout(soon));
    return () => {
      live = false;
      clearTimeout(soon);
      job.stop();
    };
    // A moved actor stays where it was put; the others are not arranged anew for it.
  }, [model, layout]);
  // The same object while nothing moves: a new one is drawn anew.
  return useMemo(() => (Object.keys(pinned).length > 0 ? { ...spots, ...pinned } : spots), [spots, pinned]);
}
