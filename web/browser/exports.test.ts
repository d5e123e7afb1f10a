import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addresses } from './addresses.ts';
import { base, expectQuiet, launch, open } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

async function exported(page: Page, form: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: `.${form}`, exact: true }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

/** What the page shows: every quote of it, but those that it leaves out of the answer. */
async function quotes(page: Page): Promise<string[]> {
  const all = await page.locator('.quote').evaluateAll((found) => found.filter((q) => !q.closest('[aria-label="Left out"]')).map((q) => q.textContent!.trim()));
  return [...new Set(all)].sort();
}

const filters = ['', '&asOf=2022-03', '&knownAt=2022-06-30', '&since=2022-06', '&via=SANA', '&hedged=1'];

it.each(filters)('the files of an answer hold its rows%s', async (filter) => {
  const { page } = await open(browser, (await addresses())['answer-rows']! + filter);
  const shown = await quotes(page);
  const actors = (await page.locator('.answer-row h3').allTextContents()).map((name) => name.trim());
  const json = JSON.parse(await exported(page, 'json')) as { subject: string; evidence: { quote: string }[] }[];
  expect(json.map((line) => line.subject)).toEqual(actors);
  expect([...new Set(json.flatMap((line) => line.evidence.map((e) => e.quote.trim())))].sort()).toEqual(shown);
  const csv = await exported(page, 'csv');
  const md = await exported(page, 'md');
  const ris = await exported(page, 'ris');
  for (const quote of shown) for (const text of [csv, md, ris]) expect(text).toContain(quote);
  expect(ris.match(/^ER {2}- /gm) ?? []).toHaveLength(shown.length);
  expect(csv.trim().split('\r\n')).toHaveLength(1 + json.reduce((n, line) => n + Math.max(1, line.evidence.length), 0));
  await page.context().close();
});

/** What an address that ends in as= saves. */
async function saved(page: Page, address: string, form: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.goto(`${base}${address}${address.includes('?') ? '&' : '?'}as=${form}`);
  return readFileSync(await (await download).path(), 'utf8');
}

/** The statements of a file of rows, by the end of their addresses; actors and articles that were found have none. */
function quoted(csv: string): Set<string> {
  const rows = csv.trim().split('\r\n').slice(1);
  return new Set(rows.filter((row) => row.includes('=')).map((row) => row.slice(row.lastIndexOf('='))));
}

const narrowed = ['', '&since=2021&asOf=2022-03&via=Sayso+Sample+Desk', '&knownAt=2022-03'];
const views = ['actor-said-of', 'actor-did', 'actor-done-to', 'actor-disputes'].flatMap((name) => narrowed.map((filter) => [name, filter, ['csv']] as const));

it.each([['actor-said', '', ['csv', 'json', 'md', 'ris']], ...views, ['article', '', ['csv']], ['claim', '', ['csv']], ['find', '', ['csv', 'ris']], ['compare', '', ['csv', 'md']], ['changes', '', ['json']], ['report', '', ['ris']]] as const)('a link that saves gives the rows of the page: %s%s', async (name, filter, forms) => {
  const address = (await addresses())[name]! + filter;
  const watched = await open(browser, address);
  const { page } = watched;
  const shown = await quotes(page);
  for (const form of shown.length > 0 ? forms : []) {
    const text = await saved(page, address, form);
    const whole = form === 'csv' ? text.replaceAll('""', '"') : form === 'json' ? text.replaceAll('\\"', '"') : text;
    for (const quote of shown) expect(whole).toContain(quote);
    if (form === 'ris') expect(text.match(/^ER {2}- /gm)).toHaveLength(shown.length);
    if (form === 'csv') expect(quoted(text).size).toBe(shown.length);
    expect(page.url()).toContain(`as=${form}`);
  }
  expectQuiet(watched);
  await page.context().close();
});

it('a link that saves gives the ties of a graph with the quotes of their claims', async () => {
  const address = (await addresses()).graph!;
  const watched = await open(browser, address);
  const { page } = watched;
  const ties = (await page.locator('table td:first-child button').allTextContents()).map((tie) => tie.replaceAll(/\s+/g, ' ').trim());
  const lines = JSON.parse(await saved(page, address, 'json')) as { subject: string; deed: string; object: string; evidence: unknown[] }[];
  expect([...new Set(lines.map((l) => `${l.subject} ${l.deed} ${l.object}`))].sort()).toEqual([...ties].sort());
  for (const line of lines) expect(line.evidence.length).toBeGreaterThan(0);
  expectQuiet(watched);
  await page.context().close();
});

it.each([
  ['quote', 'section.card h2'],
  ['actor-with', '.stack > div > a.actor'],
  ['actor-named', '.stack a[href^="/article/"]'],
])('a list is saved row by row: %s', async (name, rows) => {
  const address = (await addresses())[name]!;
  const { page } = await open(browser, address);
  const names = (await page.locator(rows).allTextContents()).map((text) => text.trim());
  expect(names.length).toBeGreaterThan(0);
  const csv = await saved(page, address, 'csv');
  expect(csv.trim().split('\r\n')).toHaveLength(1 + names.length);
  for (const one of names) expect(csv.replaceAll('""', '"')).toContain(one);
  await page.context().close();
});

it('copies the link', async () => {
  const { page } = await open(browser, (await addresses())['answer-rows']!);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Link to .csv' }).click();
  await page.getByText('Link copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${page.url()}&as=csv`);
  await page.context().close();
});
