import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addresses } from './addresses.ts';
import { accessibility, expectQuiet, launch, open, overflow, settled } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** Opens a page whose answers are changed on their way. */
async function openChanged(path: string, change: (body: string) => string, width = 360) {
  const watched = await open(browser, '/about', { width });
  await watched.page.route('**/graphql', async (route: Route) => {
    try {
      const response = await route.fetch();
      await route.fulfill({ response, body: change(await response.text()) });
    } catch (error) {
      if (!watched.page.isClosed()) throw error; // what a page asks while it is closed matters to nobody
    }
  });
  await watched.page.goto(new URL(path, watched.page.url()).href);
  await settled(watched.page);
  return watched;
}

const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(4);
const mixed = 'وزارة الخارجية (MFA) 外交部';

async function whole(page: Page, path = '') {
  expect(await overflow(page), path).toBeLessThanOrEqual(0);
  expect(await accessibility(page), path).toEqual([]);
}

it.each([
  ['very long names', long],
  ['names of mixed direction', mixed],
])('%s break no page', { timeout: 240_000 }, async (_, name) => {
  for (const path of ['start', 'answer-rows', 'answer-connection', 'actor', 'article-statement', 'claim', 'compare', 'report', 'find']) {
    const watched = await openChanged((await addresses())[path]!, (body) => body.replaceAll(/"(name|title|text)":"[^"\\]*"/g, (all, field: string) => (field === 'text' && body.includes('"content"') ? all : `"${field}":"${name}"`)));
    await whole(watched.page, path);
    expectQuiet(watched);
    await watched.page.unrouteAll({ behavior: 'ignoreErrors' });
    await watched.page.context().close();
  }
});

it('says that the graph is empty, and what to do', async () => {
  const { page } = await openChanged('/', (body) => (body.includes('"articles"') ? body.replace(/"articles":\{"totalCount":\d+/, '"articles":{"totalCount":0') : body));
  await page.getByText('The graph is empty').waitFor();
  await whole(page);
});

it('says that the server does not answer, and tries again when told', async () => {
  const watched = await open(browser, '/about');
  const { page } = watched;
  await page.route('**/graphql', (route) => route.abort('connectionrefused'));
  await page.goto(new URL((await addresses())['answer-rows']!, page.url()).href);
  await page.getByText('The server does not answer').waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.getByRole('heading', { name: 'Who recognized Donetsk' }).waitFor();
});

it('keeps a list when its next page fails, and asks again when told', async () => {
  const { page } = await openChanged((await addresses())['actor-said-of']!, (body) => body.replaceAll('"hasNextPage":false', '"hasNextPage":true'));
  const seen = await page.locator('.quote').count();
  expect(seen).toBeGreaterThan(0);
  const refuse = (route: Route) => route.abort('connectionrefused');
  await page.route('**/graphql', refuse);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByText('The server does not answer').waitFor();
  expect(await page.locator('.quote').count()).toBe(seen);
  await page.unroute('**/graphql', refuse);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByText('The server does not answer').waitFor({ state: 'detached' });
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
});

it.each([
  ['/graph?actor=ent_gone', 'The graph has no actor at this address'],
  ['/graph?actor=ent_wgz92yp6a6jsd12pm6xh0gntpe&with=ent_gone', 'No way of at most four citable claims'],
  ['/graph?actor=ent_wgz92yp6a6jsd12pm6xh0gntpe&since=2999', 'No claim ties these actors'],
  ['/article/art_a54864xx7xy7h303xx5phq9hmw?statement=st_gone', 'The statement of this link is not in this article any more'],
  ['/report?pin=st_gone', 'Not in this graph any more: 1 pinned statement'],
  ['/answer?q=Who+recognized+Donetsk%3F&asOf=soon', 'Ask it without what narrows it'],
  ['/actor/ent_wgz92yp6a6jsd12pm6xh0gntpe?tab=gone', 'Narrow the list'],
  ['/compare?actor=ent_gone', 'Nobody in the graph'],
])('says what is wrong with a stale link: %s', async (path, words) => {
  const { page } = await open(browser, path);
  await page.getByText(words).first().waitFor();
  await whole(page, path);
  await page.context().close();
});

it('shows an error of the API in its words', async () => {
  const { page } = await openChanged((await addresses()).actor!, () => '{"errors":[{"message":"the graph is starting; try again in a moment","extensions":{"code":"UNAVAILABLE"}}],"data":null}');
  await page.getByText('The graph is starting; try again in a moment.').first().waitFor();
});

it('shows the way to sign in again when a session has ended', async () => {
  const watched = await open(browser, '/about');
  const { page } = watched;
  const body = '{"errors":[{"message":"this server answers to those who have a key","extensions":{"code":"UNAUTHENTICATED"}}]}';
  await page.route('**/graphql', (route) => route.fulfill({ status: 401, contentType: 'application/json', body }));
  const asked = `${(await addresses()).actor!}?tab=did&since=2022`;
  await page.goto(new URL(asked, page.url()).href);
  const link = page.getByRole('link', { name: 'Sign in' }).first();
  expect(new URL((await link.getAttribute('href'))!, page.url()).searchParams.get('next')).toBe(asked); // one comes back to what one was at
  await whole(page);
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
});
