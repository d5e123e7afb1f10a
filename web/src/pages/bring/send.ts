import { createClient } from 'graphql-sse';
import { request } from '../../api/request.ts';
import { BringDocument, ProgressDocument, type BringMutation } from '../../gql/graphql.ts';
import type { Item } from './inputs.ts';

export type Result = NonNullable<BringMutation['ingest']>['results'][number];

// So many articles go in one request: few enough for results to come while the rest is read.
const batch = 20;

/** send has articles read and stored, tells each result as it comes and, between them, how far the running request is. */
export async function send(items: Item[], tell: (at: number, result: Result) => void, progress: (done: number) => void, signal: AbortSignal): Promise<void> {
  for (let from = 0; from < items.length; from += batch) {
    const some = items.slice(from, from + batch);
    const job = `explorer-${crypto.randomUUID?.() ?? Math.random().toString(36).slice(2)}`;
    const stop = follow(job, (done) => progress(from + done));
    try {
      const { ingest } = await request(BringDocument, { articles: some.map((i) => i.article), job }, signal);
      ingest?.results.forEach((result, i) => tell(from + i, result));
      progress(from + some.length);
    } finally {
      stop();
    }
  }
}

/** follow counts the entries of the change feed that tell of a job's progress. Without the feed the results come all the same. */
function follow(job: string, progress: (done: number) => void): () => void {
  const feed = createClient({ url: '/graphql', retryAttempts: 0 });
  let done = 0;
  const stop = feed.subscribe({ query: ProgressDocument.toString(), variables: { job } }, { next: () => progress(++done), error: () => undefined, complete: () => undefined });
  return () => {
    stop();
    feed.dispose();
  };
}
