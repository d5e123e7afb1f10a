import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, base, expectQuiet, launch, open, settled, type Watched } from './site.ts';

// What a newcomer would want, each in at most six actions from the start page. An action is something typed or pressed; all are done by
// keyboard where that is how one would do them.

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** A newcomer, whose actions are counted. */
class Newcomer {
  actions = 0;
  constructor(readonly watched: Watched) {}
  get page(): Page {
    return this.watched.page;
  }
  private act() {
    if (++this.actions > 6) throw new Error('more than six actions');
  }
  /** Types into the box and presses Enter. */
  async ask(text: string) {
    this.act();
    await this.page.keyboard.press('/');
    await this.page.keyboard.insertText(text);
    this.act();
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL((url) => url.pathname !== '/');
    await settled(this.page);
  }
  async press(name: string | RegExp, role: 'button' | 'link' | 'menuitem' | 'option' | 'tab' = 'button', nth = 0) {
    this.act();
    await this.page.getByRole(role, { name }).nth(nth).click();
  }
  async fill(label: string, text: string) {
    this.act();
    await this.page.getByLabel(label, { exact: true }).fill(text);
  }
  async sees(...texts: string[]) {
    for (const text of texts) await this.page.getByText(text).first().waitFor({ timeout: 10_000 });
  }
}

async function task(name: string, run: (n: Newcomer) => Promise<void>) {
  it(name, async () => {
    const n = new Newcomer(await open(browser, '/'));
    await run(n);
    expect(n.actions).toBeLessThanOrEqual(6);
    expectQuiet(n.watched);
    await n.page.context().close();
  });
}

await task('who recognized Donetsk by March 2022, and who says so', async (n) => {
  await n.ask('Who recognized Donetsk as of March 2022?');
  await n.sees('Russia recognized the independence of Donetsk and Luhansk on Monday', 'Sayso Sample Desk');
  expect(await n.page.getByText('Syria has recognized').count()).toBe(0);
});

await task('what Pushilin said through an outlet', async (n) => {
  await n.ask('What did Pushilin say, as reported by Sayso Sample Desk?');
  await n.sees('Denis Pushilin', 'fruitful cooperation');
});

await task('which two figures for losses disagree, by whom', async (n) => {
  await n.ask('What is disputed about Russia?');
  await n.sees('5,937', '55,000', 'Sergei Shoigu', 'General Staff of the Armed Forces of Ukraine');
});

await task('how Syria and North Korea are connected', async (n) => {
  await n.ask('How are Syria and North Korea connected?');
  await n.press('as a graph', 'link');
  await n.sees('Ways between two actors');
  await n.press(/recognized Donetsk/, 'button');
  await n.page.locator('.graph-side .quote').first().waitFor();
});

await task('is this quote real', async (n) => {
  await n.ask('“Syria has recognized the independence of Luhansk and Donetsk”');
  await n.sees('Nearly:', 'Syria follows Russia on Donetsk and Luhansk');
  await n.press('in context', 'link');
  await n.page.locator('.seg.found').first().waitFor();
});

await task('these two are one person, and back', async (n) => {
  await n.ask('Dmytro Kuleba');
  await n.press(/Why one actor/, 'tab');
  await n.page.getByLabel('The other actor').pressSequentially('Antony Bl');
  await n.press(/Antony Blinken/, 'option');
  await n.page.getByLabel('Your name').fill('A. Newcomer');
  await n.fill('Why', 'a test of judging');
  await n.press('Record');
  await n.sees('are one');
  await n.page.getByRole('button', { name: 'Take back…' }).first().click();
  await n.page.getByLabel('Why', { exact: true }).fill('it was a test');
  await n.page.getByRole('button', { name: 'Take this judgement back' }).click();
  await n.sees('taken back');
});

await task('what changed since Monday', async (n) => {
  // The sample may have been saved before midnight, on a Sunday.
  await ask('mutation($article: ArticleInput!) { ingest(articles: [$article]) { results { error { message } } } }', {
    article: { title: 'Brolin counts its trees', text: 'The trees along the streets of the town were counted on Tuesday.', language: 'en' },
  });
  await n.press('Changes', 'link');
  await n.press('Since Monday', 'link');
  await n.sees('Article saved', 'Brolin counts its trees');
});

await task('an article of mine, read', async (n) => {
  await n.press('Bring in', 'link');
  await n.fill('Text', 'The mayor of Selm, Orla Venn, met the engineer Tadeusz Brom on Tuesday. Venn said the old bridge will stay closed until June.');
  await n.fill('Headline', 'Selm keeps its bridge closed');
  await n.press('Read it');
  await n.sees('Done');
  await n.press('Selm keeps its bridge closed', 'link');
  await n.sees('the old bridge will stay closed until June');
});

await task('send my editor the proof', async (n) => {
  await n.ask('Who recognized Donetsk?');
  await n.press('cite');
  await n.press('Copy as Markdown', 'menuitem');
  await n.sees('Citation copied');
  const copied = await n.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('> Russia recognized the independence of Donetsk and Luhansk on Monday');
  const link = /\((http[^)]+\/article\/[^)]+)\)/.exec(copied)?.[1];
  expect(link?.startsWith(base)).toBe(true);
  await n.page.goto(link!);
  await n.page.locator('.seg.selected').first().waitFor();
});

await task('a report of the rows of an answer', async (n) => {
  await n.ask('Who recognized Donetsk?');
  await n.press('Pin all');
  await n.press(/^Report/, 'link');
  await n.sees('Sources', 'As it was known on');
  expect(await n.page.locator('.report .quote').count()).toBe(3);
  const saved = n.page.waitForEvent('download');
  await n.press('Save as HTML');
  expect((await saved).suggestedFilename()).toBe('sayso-report.html');
});
