import type { Model, Tie } from './model.ts';

export type Spot = { x: number; y: number };
export type Spots = Record<string, Spot>;

export const layouts = ['force', 'time', 'side'] as const;
export type Layout = (typeof layouts)[number];

/** start gives every actor a spot that depends on its id alone, so that the same graph begins the same everywhere. */
export function start(ids: Iterable<string>): Spots {
  const spots: Spots = {};
  for (const id of ids) {
    const h = hash(id);
    const angle = (h % 3600) * (Math.PI / 1800);
    const far = 20 + ((h >>> 12) % 80);
    spots[id] = { x: Math.cos(angle) * far, y: Math.sin(angle) * far };
  }
  return spots;
}

// FNV-1a.
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}

/** byTime puts actors from left to right by the day of their first tie; those without a day stand at the left edge. */
export function byTime(model: Model): Spots {
  const first = new Map<string, string>();
  for (const tie of model.ties.values()) {
    for (const id of [tie.from, tie.to]) {
      const day = first.get(id);
      if (tie.firstOn && (!day || tie.firstOn < day)) first.set(id, tie.firstOn);
    }
  }
  const order = [...model.actors.keys()].sort((a, b) => (first.get(a) ?? '').localeCompare(first.get(b) ?? '') || a.localeCompare(b));
  const days = [...new Set(order.map((id) => first.get(id) ?? ''))];
  return columns(order, (id) => days.indexOf(first.get(id) ?? ''));
}

/** bySide puts those who only act at the left, those to whom only is done at the right, and all others between them. */
export function bySide(model: Model): Spots {
  const ties: Tie[] = [...model.ties.values()];
  const acts = new Set(ties.map((t) => t.from));
  const undergoes = new Set(ties.map((t) => t.to));
  return columns([...model.actors.keys()].sort(), (id) => (acts.has(id) && undergoes.has(id) ? 1 : acts.has(id) ? 0 : 2));
}

function columns(ids: string[], column: (id: string) => number): Spots {
  const filled = new Map<number, string[]>();
  for (const id of ids) filled.set(column(id), [...(filled.get(column(id)) ?? []), id]);
  const spots: Spots = {};
  for (const [x, column] of filled) {
    const half = (column.length - 1) / 2;
    column.forEach((id, i) => (spots[id] = { x: x * 40 + bulge(i - half, half), y: (i - half) * 14 }));
  }
  return spots;
}

/** bulge makes a column an arc, so that a tie between two of it does not run through those between them. */
function bulge(fromMiddle: number, half: number): number {
  return half === 0 ? 0 : Math.min(14, 5 * half) * (1 - (fromMiddle / half) ** 2);
}
