import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { base, expectQuiet, launch, open } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

it('opens GraphiQL with the question and the examples, and asks nobody else', async () => {
  const watched = await open(browser, '/about');
  await watched.page.goto(`${base}/graphiql?ask=Who+recognized+Donetsk%3F`);
  await watched.page.locator('.graphiql-execute-button').waitFor();
  await watched.page.getByText('WhoRecognized').first().waitFor();
  await watched.page.locator('.monaco-editor').first().waitFor();
  expectQuiet(watched);
});
