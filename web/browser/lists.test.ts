import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addresses } from './addresses.ts';
import { expectQuiet, launch, open, settled, type Watched } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

type Json = Record<string, any>;

/** Copies of a node under other ids, as if the graph held so many of them. */
const copies = (node: Json, from: number, n: number): Json[] => Array.from({ length: n }, (_, i): Json => ({ ...node, id: `${node.id}-${from + i}`, article: node.article && { ...node.article, id: `${node.article.id}-${from + i}`, originId: `o${from + i}` } }));

/** Opens an answer whose list of that name has so many nodes, which come in parts; failing is how many requests for more of it fail first. */
async function openLong(path: string, list: string, atOnce: number, total: number, failing = 0): Promise<Watched> {
  const watched = await open(browser, '/about');
  const { page } = watched;
  let node: Json | undefined;
  await page.route('**/graphql', async (route) => {
    const { query, variables } = JSON.parse(route.request().postData()!) as { query: string; variables: Json };
    if (/query Ask(More|Rows)\b/.test(query)) {
      if (failing-- > 0) return route.fulfill({ contentType: 'application/json', body: '{"errors":[{"message":"the graph is busy","extensions":{"code":"UNAVAILABLE"}}]}' });
      const before = Number(variables.after ?? variables.skip ?? 0);
      if (list !== 'rows') expect(variables[list]).toBe(true);
      return route.fulfill({ contentType: 'application/json', body: JSON.stringify({ data: { ask: { [list]: part(list, node!, before, total, list === 'unnamed' ? 51 : list === 'rows' ? 500 : 50) } } }) });
    }
    if (!/query Ask\b/.test(query)) return route.fallback();
    const answer = (await (await route.fetch()).json()) as { data: { ask: Json } };
    const found = answer.data.ask[list] as Json | Json[];
    const first = (Array.isArray(found) ? found : (found.nodes as Json[]))[0]!;
    node = first;
    answer.data.ask[list] = part(list, first, 0, total, atOnce);
    return route.fulfill({ contentType: 'application/json', body: JSON.stringify(answer) });
  });
  await page.goto(new URL(path, page.url()).href);
  await settled(page);
  return watched;
}

function part(list: string, node: Json, before: number, total: number, atOnce: number): unknown {
  const n = Math.min(atOnce, total - before);
  if (list === 'rows') return Array.from({ length: n }, (_, i) => ({ ...node, actor: { ...node.actor, id: `${node.actor.id}-${before + i}` } }));
  if (list === 'unnamed') return copies(node, before, n);
  return { totalCount: total, pageInfo: { hasNextPage: before + n < total, endCursor: String(before + n) }, nodes: copies(node, before, n) };
}

const more = (page: Page) => page.getByRole('button', { name: 'More', exact: true });

it.each([
  ['answer-said', 'statements', 'article.evidence', 50, 120, [50, 100, 120]],
  ['answer-figures', 'figures', 'main .stack > .answer-row', 100, 130, [100, 130]],
  ['answer-disputes', 'disputes', 'article.card', 50, 60, [50, 60]],
  ['answer-rows', 'rows', '.answer-row', 100, 230, [100, 230]],
] as const)('%s goes on to its end', async (name, list, what, atOnce, total, counts) => {
  const watched = await openLong((await addresses())[name]!, list, atOnce, total);
  const { page } = watched;
  const shown = () => page.locator(what).evaluateAll((all) => all.filter((one) => !one.closest('[aria-label="Left out"]')).length);
  for (const [i, n] of counts.entries()) {
    await expect.poll(shown).toBe(n);
    expect(await more(page).count()).toBe(n < total ? 1 : 0);
    if (i < counts.length - 1) await more(page).click();
  }
  expectQuiet(watched);
  await page.context().close();
});

it('keeps what is there when the rest does not come, and asks again', async () => {
  const { page } = await openLong((await addresses())['answer-said']!, 'statements', 50, 70, 1);
  await more(page).click();
  await page.getByText('The graph is busy.').waitFor();
  expect(await page.locator('article.evidence').count()).toBe(50);
  await more(page).click();
  await expect.poll(() => page.locator('article.evidence').count()).toBe(70);
  expect(await page.getByText('The graph is busy.').count()).toBe(0);
  await page.context().close();
});
