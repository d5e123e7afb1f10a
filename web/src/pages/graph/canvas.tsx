import Graph from 'graphology';
import { useEffect, useRef } from 'react';
import Sigma from 'sigma';
import type { Model } from './model.ts';
import type { Spots } from './place.ts';
import { edgePrograms, nodePrograms } from './programs.ts';

export interface Picked {
  kind: 'actor' | 'tie';
  id: string;
}

interface Props {
  model: Model;
  spots: Spots;
  opened: readonly string[];
  picked: Picked | undefined;
  pick: (picked: Picked | undefined) => void;
  open: (id: string) => void;
  moved: (id: string, spot: { x: number; y: number }) => void;
  renderer: React.RefObject<Sigma | null>;
}

/** The drawing. Everything that it shows stands in the tables beside it too. */
export function Canvas(props: Props) {
  const { model, spots, opened, picked, renderer } = props;
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    if (!place.current) return;
    const sigma = create(place.current, latest);
    renderer.current = sigma;
    const colours = matchMedia('(prefers-color-scheme: dark)');
    const repaint = () => paint(sigma, latest.current);
    colours.addEventListener('change', repaint);
    return () => {
      colours.removeEventListener('change', repaint);
      renderer.current = null;
      sigma.kill();
    };
  }, [renderer]);
  useEffect(() => {
    if (renderer.current) paint(renderer.current, latest.current);
  }, [model, spots, opened, picked, renderer]);
  return <div className="canvas" ref={place} role="img" aria-label={`${model.actors.size} actors and ${model.ties.size} ties; the tables beside say the same`} />;
}

function create(place: HTMLElement, latest: { current: Props }): Sigma {
  const sigma = new Sigma(new Graph({ multi: true, type: 'directed' }), place, {
    nodeProgramClasses: nodePrograms,
    edgeProgramClasses: edgePrograms,
    defaultEdgeType: 'straight',
    renderEdgeLabels: true,
    enableEdgeEvents: true,
    labelRenderedSizeThreshold: 5,
    zIndex: true,
    stagePadding: place.clientWidth < 500 ? 40 : 70,
    allowInvalidContainer: true,
  });
  sigma.on('clickNode', ({ node }) => latest.current.pick({ kind: 'actor', id: node }));
  sigma.on('clickEdge', ({ edge }) => latest.current.pick({ kind: 'tie', id: edge }));
  sigma.on('clickStage', () => latest.current.pick(undefined));
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => (preventSigmaDefault(), latest.current.open(node)));
  dragging(sigma, latest);
  return sigma;
}

/** Moving an actor writes its spot past the graph's events, by which sigma would work through all actors and ties at each step; only the actor and its ties are drawn anew. */
function dragging(sigma: Sigma, latest: { current: Props }) {
  let held: string | undefined;
  sigma.on('downNode', ({ node }) => (held = node));
  sigma.getMouseCaptor().on('mousemovebody', (e) => {
    if (!held) return;
    const graph = sigma.getGraph();
    Object.assign(graph.getNodeAttributes(held), sigma.viewportToGraph(e));
    sigma.refresh({ partialGraph: { nodes: [held], edges: graph.edges(held) }, skipIndexation: true, schedule: true });
    e.preventSigmaDefault();
    e.original.preventDefault();
    moved = true;
  });
  let moved = false;
  sigma.getMouseCaptor().on('mouseup', () => {
    if (held && moved) {
      const { x, y } = sigma.getGraph().getNodeAttributes(held) as { x: number; y: number };
      latest.current.moved(held, { x, y });
    }
    held = undefined;
    moved = false;
  });
}

/** So many ties take longer to draw than a picture that is being moved has time for. */
const many = 3000;

/** A token's colour as WebGL takes it. */
function colour(place: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(--${token})`;
  place.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

/** paint brings the drawing to what the model says: new actors and ties are added, those that are gone are dropped, the rest stays. */
function paint(sigma: Sigma, { model, spots, opened, picked }: Props) {
  const graph = sigma.getGraph();
  const at = sigma.getContainer();
  const colours = { Person: colour(at, 'person'), Organization: colour(at, 'organization'), Place: colour(at, 'place') };
  const [ink, soft, warn, paper, accent] = ['ink', 'soft', 'warn', 'paper', 'accent'].map((token) => colour(at, token));
  sigma.setSettings({ labelColor: { color: ink! }, edgeLabelColor: { color: soft! }, labelFont: getComputedStyle(at).fontFamily, edgeLabelFont: getComputedStyle(at).fontFamily });
  // Of very many ties only the ends are drawn while the picture is being moved.
  sigma.setSetting('hideEdgesOnMove', model.ties.size > many);
  sigma.setSetting('hideLabelsOnMove', model.ties.size > many);
  for (const id of graph.nodes()) if (!model.actors.has(id)) graph.dropNode(id);
  for (const id of graph.edges()) if (!model.ties.has(id)) graph.dropEdge(id);
  for (const [id, actor] of model.actors) {
    const more = model.more.get(id);
    graph.mergeNode(id, {
      ...(spots[id] ?? { x: 0, y: 0 }),
      type: actor.__typename,
      label: more ? `${actor.name}  +${more} more` : actor.name,
      color: picked?.id === id ? accent : colours[actor.__typename],
      inside: paper,
      size: opened.includes(id) ? 14 : 9,
      highlighted: false,
      forceLabel: opened.includes(id) || picked?.id === id,
    });
  }
  const bends = parallels(model);
  for (const [id, tie] of model.ties) {
    const bend = bends.get(id) ?? 0;
    graph.mergeEdgeWithKey(id, tie.from, tie.to, {
      label: tie.label,
      type: looks(bend !== 0, tie.contested),
      curvature: bend,
      color: picked?.id === id ? accent : tie.contested ? warn : soft,
      size: Math.min(8, 1.5 + Math.log2(tie.origins + 1)),
      forceLabel: picked?.id === id,
    });
  }
  sigma.refresh();
}

/** The program that draws a tie. */
function looks(bent: boolean, contested: boolean): keyof typeof edgePrograms {
  if (bent) return contested ? 'curvedDashed' : 'curved';
  return contested ? 'dashed' : 'straight';
}

/** parallels bends ties of the same two actors away from each other. */
function parallels(model: Model): Map<string, number> {
  const pairs = new Map<string, string[]>();
  for (const tie of model.ties.values()) {
    const pair = [tie.from, tie.to].sort().join(' ');
    pairs.set(pair, [...(pairs.get(pair) ?? []), tie.id]);
  }
  const bends = new Map<string, number>();
  for (const ids of pairs.values()) {
    if (ids.length === 1) continue;
    ids.forEach((id, i) => {
      const side = (i + 0.5 - ids.length / 2) * 0.3;
      const tie = model.ties.get(id)!;
      bends.set(id, tie.from < tie.to ? side : -side);
    });
  }
  return bends;
}
