import LayoutWorker from './layout.worker.ts?worker';
import type { Task } from './layout.worker.ts';
import type { Model } from './model.ts';
import { bySide, byTime, start, type Layout, type Spots } from './place.ts';

/** arrange gives every actor of a model a spot. Those that the reader has put somewhere stay there, and where that are all, as in a file, nothing is worked out; the rest begins where it stood. */
export function arrange(model: Model, layout: Layout, now: Spots, pinned: Spots): { spots: Promise<Spots>; stop: () => void } {
  if (layout !== 'force') {
    const spots = { ...(layout === 'time' ? byTime(model) : bySide(model)), ...pinned };
    return { spots: Promise.resolve(spots), stop: () => undefined };
  }
  const ids = [...model.actors.keys()];
  if (ids.every((id) => pinned[id])) return { spots: Promise.resolve(pinned), stop: () => undefined };
  const worker = new LayoutWorker();
  const began = start(ids);
  const task: Task = {
    spots: Object.fromEntries(ids.map((id) => [id, pinned[id] ?? now[id] ?? began[id]!])),
    fixed: Object.keys(pinned),
    ties: [...model.ties.values()].map((t) => [t.from, t.to]),
  };
  const spots = new Promise<Spots>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Spots>) => resolve(data);
    worker.onerror = () => reject(new Error('The actors could not be arranged.'));
  });
  worker.postMessage(task);
  return { spots: spots.finally(() => worker.terminate()), stop: () => worker.terminate() };
}
