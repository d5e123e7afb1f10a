import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addresses } from './addresses.ts';
import { launch, open } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

async function exported(page: Page, form: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: `.${form}` }).click();
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

it.each(['article', 'claim'])('the files of a page: %s', async (name) => {
  const { page } = await open(browser, (await addresses())[name]!);
  expect((JSON.parse(await exported(page, 'json')) as unknown[]).length).toBeGreaterThan(0);
  await page.context().close();
});
