import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from './addresses.ts';
import { accessibility, expectQuiet, launch, open, overflow, picture, pictures } from './site.ts';

// The first two are what axe looks at: all colours, and both the narrow and the wide arrangement.
const windows = [
  { width: 360, dark: false },
  { width: 1280, dark: true },
  { width: 2560, dark: false },
];
const all = [...windows, { width: 360, dark: true }, { width: 1280, dark: false }, { width: 2560, dark: true }];

/** So many requests bring the data of a page. */
const mostRequests = 2;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

describe('every page is whole in every window', async () => {
  it.each(Object.entries(await addresses()))('%s', async (name, path) => {
    const watched = await open(browser, path);
    const { page } = watched;
    const wrong: string[] = [];
    await page.waitForLoadState('networkidle'); // the slider through time comes after the page
    if (watched.asked() > mostRequests) wrong.push(`asks for its data in ${watched.asked()} requests`);
    for (const [i, { width, dark }] of (pictures ? all : windows).entries()) {
      await page.setViewportSize({ width, height: width < 600 ? 780 : 900 });
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      const at = `${width} px, ${dark ? 'dark' : 'light'}`;
      await picture(page, `${name}-${width}-${dark ? 'dark' : 'light'}`);
      const wider = await overflow(page);
      if (wider > 0) wrong.push(`${at}: ${wider} px wider than the window`);
      if (i < 2) wrong.push(...(await accessibility(page)).map((text) => `${at}: ${text}`));
    }
    expect(wrong).toEqual([]);
    expectQuiet(watched);
    await page.context().close();
  });
});
