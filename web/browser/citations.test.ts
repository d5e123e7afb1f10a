import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addresses } from './addresses.ts';
import { ask, base, expectQuiet, launch, open, settled } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** What stands in the page's head by name, where reference managers look. */
async function head(page: Page): Promise<Record<string, string>> {
  return Object.fromEntries(await page.locator('head > meta[name]').evaluateAll((all) => all.map((m) => [m.getAttribute('name')!, m.getAttribute('content')!])));
}

it('an article tells reference managers what it is', async () => {
  const path = (await addresses()).article!;
  const id = path.split('/').pop()!;
  const { node } = await ask<{ node: { title: string; url: string; publishedAt: string; language: string; publisher: { name: string } } }>(
    `query($id: ID!) { node(id: $id) { ... on Article { title url publishedAt language publisher { name } } } }`,
    { id },
  );
  const watched = await open(browser, path);
  expect(await head(watched.page)).toMatchObject({
    'z:itemType': 'newspaperArticle',
    citation_title: node.title,
    citation_publication_date: node.publishedAt.slice(0, 10).replaceAll('-', '/'),
    citation_journal_title: node.publisher.name,
    citation_public_url: node.url,
    citation_language: node.language,
  });
  expectQuiet(watched);
  await watched.page.context().close();
});

/** The articles that the page offers to reference managers (COinS), read as Zotero reads them: by "&", then by "=". */
async function offered(page: Page): Promise<Record<string, string>[]> {
  const titles = await page.locator('span.Z3988').evaluateAll((all) => all.map((s) => s.getAttribute('title')!));
  return titles.map((title) => Object.fromEntries(title.split('&').map((part) => part.split('=').map(decodeURIComponent))));
}

it.each(['answer-rows', 'answer-said', 'answer-disputes', 'actor-said', 'claim', 'compare', 'report'])('%s offers each article that it cites once', async (name) => {
  const watched = await open(browser, (await addresses())[name]!);
  const { page } = watched;
  const articles = await offered(page);
  expect(articles.length).toBeGreaterThan(0);
  expect(new Set(articles.map((a) => a['rft.identifier'])).size).toBe(articles.length);
  const cited = new Set(await page.locator('blockquote.quote[cite]').evaluateAll((all) => all.filter((q) => !q.closest('[aria-label="Left out"]')).map((q) => q.getAttribute('cite')!)));
  expect(new Set(articles.map((a) => a['rft.identifier']))).toEqual(cited);
  for (const article of articles) {
    expect(article).toMatchObject({ ctx_ver: 'Z39.88-2004', rft_val_fmt: 'info:ofi/fmt:kev:mtx:dc', 'rft.type': 'newspaperArticle', 'rft.source': 'Sayso Sample Desk' });
    expect(article['rft.title']).toBeTruthy();
    expect(article['rft.date']).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
  expectQuiet(watched);
  await page.context().close();
});

it('tells reference managers when a page has become another one', async () => {
  const watched = await open(browser, '/');
  const { page } = watched;
  await page.evaluate(() => document.addEventListener('ZoteroItemUpdated', () => document.body.setAttribute('data-told', '')));
  await page.getByRole('link', { name: 'Compare' }).click(); // without loading the site again
  await settled(page);
  expect(await page.locator('body[data-told]').count()).toBe(0);
  await page.evaluate((path) => { history.pushState(null, '', path); }, (await addresses())['answer-rows']!);
  await page.locator('span.Z3988').first().waitFor({ state: 'attached' });
  expect(await page.locator('body[data-told]').count()).toBe(1);
  expectQuiet(watched);
  await page.context().close();
});

it('a report prints as a PDF with its sources', async () => {
  const { page } = await open(browser, (await addresses()).report!);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print or PDF' }).isVisible()).toBe(false);
  expect(await page.getByRole('heading', { name: 'Sources' }).isVisible()).toBe(true);
  expect(await page.getByText(`${base}/article/`).first().isVisible()).toBe(true);
  await page.context().close();
});
