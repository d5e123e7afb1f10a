import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addresses } from './addresses.ts';
import { expectQuiet, expectWhole, launch, open, settled } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

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
