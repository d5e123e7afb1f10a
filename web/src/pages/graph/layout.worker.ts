import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Spots } from './place.ts';

/** What is to be arranged: where each actor begins, which of them stay there, and who is tied to whom. */
export interface Task {
  spots: Spots;
  fixed: string[];
  ties: [string, string][];
}

// Enough for some hundred actors to come to rest; thousands are given less, for each step takes longer.
const steps = (n: number) => (n > 2000 ? 60 : n > 500 ? 150 : 400);

self.onmessage = ({ data }: MessageEvent<Task>) => {
  const graph = new Graph({ type: 'undirected' });
  const fixed = new Set(data.fixed);
  for (const [id, spot] of Object.entries(data.spots)) graph.addNode(id, { ...spot, fixed: fixed.has(id) });
  for (const [from, to] of data.ties) graph.mergeEdge(from, to);
  const settings = { ...forceAtlas2.inferSettings(graph), gravity: 1, barnesHutOptimize: graph.order > 500 };
  self.postMessage(forceAtlas2(graph, { iterations: steps(graph.order), settings }));
};
