import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { base, expectQuiet, launch, open } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const links = readFileSync(new URL('./links.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));

it.each(links)('%s', async (link) => {
  const watched = await open(browser, link);
  const { page } = watched;
  expect(page.url()).toBe(base + link);
  expect(await page.getByText('Not here').count()).toBe(0);
  expect(await page.locator('main [role=alert]').count()).toBe(0);
  expectQuiet(watched);
  await page.context().close();
});
