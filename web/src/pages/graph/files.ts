import type { ActorRefFragment } from '../../gql/graphql.ts';
import type { Model, Tie } from './model.ts';
import type { Spots } from './place.ts';

const format = 'sayso-graph/1';

/** What a saved graph holds: who is tied to whom, and where each actor stands, by its id. */
export interface Saved {
  model: Model;
  spots: Spots;
}

/** graphFile keeps what is drawn and how it is arranged, with the address that shows it anew. */
export function graphFile({ model, spots }: Saved, href: string): string {
  return `${JSON.stringify({ format, address: href, actors: [...model.actors.values()], ties: [...model.ties.values()], spots })}\n`;
}

/** readGraph gives back what such a file holds, or an error that says what is wrong with it. What it does not understand is left out. */
export function readGraph(text: string): Saved {
  let file: { format?: unknown; actors?: unknown; ties?: unknown; spots?: unknown };
  try {
    file = JSON.parse(text) as typeof file;
  } catch {
    throw new Error('This file is no graph: it is not JSON. Choose one that was saved here.');
  }
  if (file?.format !== format || !Array.isArray(file.actors) || !Array.isArray(file.ties)) throw new Error('This file is no graph. Choose one that was saved here.');
  const actors = new Map((file.actors as ActorRefFragment[]).filter((a) => shapes.includes(a?.__typename) && typeof a.id === 'string' && typeof a.name === 'string').map((a) => [a.id, a]));
  const ties = new Map((file.ties as Tie[]).filter((t) => actors.has(t?.from) && actors.has(t?.to) && typeof t.id === 'string' && Array.isArray(t.claims)).map((t) => [t.id, t]));
  const spots = Object.entries((file.spots ?? {}) as Spots).filter(([id, s]) => actors.has(id) && Number.isFinite(s?.x) && Number.isFinite(s?.y));
  return { model: { actors, ties, more: new Map() }, spots: Object.fromEntries(spots) };
}

const shapes = ['Person', 'Organization', 'Place'];

/** graphML writes what is drawn for other programs: yEd, Gephi, NetworkX. */
export function graphML(model: Model, spots: Spots): string {
  const keys = [
    ['name', 'node', 'string'], ['type', 'node', 'string'], ['x', 'node', 'double'], ['y', 'node', 'double'],
    ['predicate', 'edge', 'string'], ['origins', 'edge', 'int'], ['contested', 'edge', 'boolean'], ['firstOn', 'edge', 'string'], ['lastOn', 'edge', 'string'],
  ].map(([name, of, type]) => `  <key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`);
  const nodes = [...model.actors.values()].map((a) => element('node', `id="${escape(a.id)}"`, { name: a.name, type: a.__typename, ...(spots[a.id] ?? { x: 0, y: 0 }) }));
  const edges = [...model.ties.values()].map((t) =>
    element('edge', `source="${escape(t.from)}" target="${escape(t.to)}"`, { predicate: t.predicate, origins: t.origins, contested: t.contested, firstOn: t.firstOn, lastOn: t.lastOn }),
  );
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">', ...keys, '  <graph edgedefault="directed">', ...nodes, ...edges, '  </graph>', '</graphml>', ''].join('\n');
}

function element(name: string, attributes: string, data: Record<string, unknown>): string {
  const inner = Object.entries(data).map(([key, value]) => `<data key="${key}">${escape(String(value))}</data>`);
  return `    <${name} ${attributes}>${inner.join('')}</${name}>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** svg draws the same picture as lines and words, for print; colours and the pattern of contested ties are those of the page in light. */
export function svg(model: Model, spots: Spots): string {
  const at = (id: string) => spots[id] ?? { x: 0, y: 0 };
  const all = [...model.actors.keys()].map(at);
  const [left, right] = [Math.min(...all.map((s) => s.x)), Math.max(...all.map((s) => s.x))];
  const [low, high] = [Math.min(...all.map((s) => s.y)), Math.max(...all.map((s) => s.y))];
  const scale = 900 / Math.max(right - left, high - low, 1);
  const px = (id: string) => ({ x: 100 + (at(id).x - left) * scale, y: 50 + (high - at(id).y) * scale });
  const height = 100 + (high - low) * scale;
  const lines = [...model.ties.values()].map((t) => {
    const [a, b] = [px(t.from), px(t.to)];
    const width = Math.min(6, 1 + Math.log2(t.origins + 1));
    return `<line x1="${n(a.x)}" y1="${n(a.y)}" x2="${n(b.x)}" y2="${n(b.y)}" stroke="${t.contested ? '#8a2f1d' : '#9aa3ab'}" stroke-width="${n(width)}"${t.contested ? ' stroke-dasharray="6 5"' : ''}><title>${escape(t.label)}</title></line>`;
  });
  const colours = { Person: '#7a3b8f', Organization: '#1d5f8a', Place: '#2b6a3c' };
  const nodes = [...model.actors.values()].map((a) => {
    const { x, y } = px(a.id);
    const shape = a.__typename === 'Organization' ? `<rect x="${n(x - 6)}" y="${n(y - 6)}" width="12" height="12"` : `<circle cx="${n(x)}" cy="${n(y)}" r="6"`;
    return `${shape} fill="${a.__typename === 'Place' ? '#fff' : colours[a.__typename]}" stroke="${colours[a.__typename]}" stroke-width="3"/><text x="${n(x + 12)}" y="${n(y + 4)}">${escape(a.name)}</text>`;
  });
  return [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 ${n(height)}" font-family="sans-serif" font-size="13">`, ...lines, ...nodes, '</svg>', ''].join('\n');
}

function n(value: number): string {
  return value.toFixed(1);
}
