import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addresses } from './addresses.ts';
import { expectQuiet, launch, open } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

it('suggests while one types, and the arrows choose', async () => {
  const watched = await open(browser, '/');
  const { page } = watched;
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Pushil');
  await page.getByRole('option', { name: /^(person )?Denis Pushilin/ }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/actor\//);
  await page.getByRole('heading', { name: /Denis Pushilin/ }).waitFor();
  expectQuiet(watched);
});

it('goes on with a question by the names that fit its last word', async () => {
  const watched = await open(browser, '/');
  const { page } = watched;
  await page.keyboard.press('/');
  await page.keyboard.type('Who recognized Done');
  await page.getByRole('option', { name: 'Who recognized Donetsk?' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/answer\?q=Who\+recognized\+Donetsk%3F/);
  await page.getByRole('heading', { name: 'Who recognized Donetsk' }).waitFor();
  expectQuiet(watched);
});

it('opens a long name, and leads from words to all that holds them', async () => {
  const watched = await open(browser, '/');
  const { page } = watched;
  await page.getByRole('combobox').fill('General Staff of the Armed Forces of Ukraine');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/actor\//);
  await page.getByRole('heading', { name: 'General Staff of the Armed Forces of Ukraine' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('fruitful cooperation');
  await page.getByRole('option', { name: /find all that holds these words/ }).click();
  await page.getByRole('heading', { name: 'Found for fruitful cooperation' }).waitFor();
  await page.locator('.quote').first().waitFor();
  expectQuiet(watched);
});

it('does not ask while an input method composes', async () => {
  const { page } = await open(browser, '/');
  const input = page.getByRole('combobox');
  await input.fill('Россия');
  await input.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true });
  await page.waitForTimeout(300);
  expect(new URL(page.url()).pathname).toBe('/');
  await input.press('Enter');
  await page.waitForURL(/\/actor\//);
});

it('goes from statement to statement, and Back works', async () => {
  const watched = await open(browser, (await addresses()).article!);
  const { page } = watched;
  await page.keyboard.press('n');
  const first = await page.locator('.panel .quote').textContent();
  await page.keyboard.press('n');
  await page.waitForFunction((text) => document.querySelector('.panel .quote')?.textContent !== text, first);
  await page.keyboard.press('p');
  await page.waitForFunction((text) => document.querySelector('.panel .quote')?.textContent === text, first);
  expect(page.url()).toContain('statement=');
  expectQuiet(watched);
});

it('reaches everything on an answer with Tab, and shows where it is', async () => {
  const { page } = await open(browser, (await addresses())['answer-rows']!);
  const reached = new Set<string>();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const { name, ring } = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement;
      const style = getComputedStyle(at);
      return { name: at.textContent?.trim() || at.getAttribute('name') || at.tagName, ring: style.outlineStyle !== 'none' || style.boxShadow !== 'none' };
    });
    expect(ring, `${name} shows no focus`).toBe(true);
    reached.add(name);
  }
  for (const want of ['Ask', 'asOf', 'Copy link', 'Export', 'Russia', 'in context', 'cite', 'pin']) expect([...reached]).toContain(want);
});

it('reviews with single keys, moves without judging, and undoes everything', async () => {
  const watched = await open(browser, '/review');
  const { page } = watched;
  await page.getByLabel('Your name').fill('A. Reader');
  await page.getByLabel('Why: recorded with each judgement').fill('compared with the article');
  await page.locator('h1').click();
  const status = page.locator('.review [role=status]');
  const total = Number(/of (\d+)/.exec((await status.textContent())!)![1]);
  const words = await page.locator('.review .context').textContent();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((text) => document.querySelector('.review .context')?.textContent !== text, words);
  await page.keyboard.press('ArrowLeft');
  expect(await status.textContent()).toContain('0 judged');
  await page.keyboard.press('r');
  await page.getByText('1 judged, 0 skipped').waitFor();
  await page.keyboard.press('s');
  await page.getByText('1 judged, 1 skipped').waitFor();
  await page.keyboard.press('u');
  await page.getByText('1 judged, 0 skipped').waitFor();
  await page.keyboard.press('u');
  await page.getByText(/0 judged, 0 skipped in this session$/).waitFor();
  expect(await page.locator('.review .context').textContent()).toBe(words);
  await page.reload();
  await page.locator('.review .context').waitFor();
  expect(await status.textContent()).toContain(`of ${total}`);
  expectQuiet(watched);
});
