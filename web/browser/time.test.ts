import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addresses } from './addresses.ts';
import { expectQuiet, expectWhole, launch, open, settled } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

it.each(['actor-known-at', 'actor-said-of', 'graph-known-at'])('what was known by a day shows no word that came out later: %s', async (name) => {
  const address = (await addresses())[name]!;
  const watched = await open(browser, address.includes('knownAt') ? address : `${address}&knownAt=2022-03`);
  const { page } = watched;
  if (name === 'graph-known-at') await page.locator('table td:first-child button').first().click();
  await page.locator('.quote').first().waitFor();
  const days = await page.locator('.attribution time').evaluateAll((all) => all.map((t) => t.getAttribute('datetime')!));
  expect(days.length).toBeGreaterThan(0);
  expect(days.filter((day) => day.slice(0, 7) > '2022-03')).toEqual([]);
  const slider = page.getByRole('slider', { name: 'What was known by the end of' });
  await slider.press('ArrowRight'); // a month later, by keyboard
  await page.waitForURL(/knownAt=2022-04/);
  await slider.press('End');
  await page.waitForURL((url) => !url.searchParams.has('knownAt'));
  expectQuiet(watched);
  await page.context().close();
});

it.each(['month', 'year', 'day'])('a stretch of the bars by %s is chosen by dragging, stands in the address, and Back undoes it', async (by) => {
  const watched = await open(browser, `${(await addresses())['actor-time']!}&by=${by}`);
  const { page } = watched;
  const told = page.getByText(/Drag over the bars to choose a time/);
  const before = await told.textContent();
  const overlay = page.locator('.chart .overlay').first();
  await overlay.hover(); // waits until the chart stands still
  const bars = (await overlay.boundingBox())!;
  // The later half of the time, to its end.
  await page.mouse.move(bars.x + bars.width / 2, bars.y + bars.height / 2);
  await page.mouse.down();
  await page.mouse.move(bars.x + bars.width - 1, bars.y + bars.height / 2, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/since=\d{4}/);
  const chosen = new URL(page.url()).searchParams;
  const length = { day: 10, month: 7, year: 4 }[by];
  expect([chosen.get('since')!.length, chosen.get('asOf')!.length]).toEqual([length, length]);
  expect(chosen.get('since')! < chosen.get('asOf')!).toBe(true);
  await settled(page);
  await told.filter({ hasNotText: before! }).waitFor();
  if (by === 'month') await expectWhole(page, 'brushed');
  await page.goBack();
  await told.filter({ hasText: before! }).waitFor();
  expectQuiet(watched);
  await page.context().close();
});
