import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where the server under test listens. */
export const base = process.env.SAYSO_BASE ?? 'http://127.0.0.1:8080';

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Debian's browser. */
export function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? programs.find((p) => existsSync(p));
  if (!executablePath) throw new Error('there is no Chromium on this machine (Debian: apt-get install chromium)');
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** A page that notes what goes wrong in it: console errors, exceptions, failed requests, requests to elsewhere. */
export interface Watched {
  page: Page;
  wrong: string[];
  asked: () => number; // how many requests for data it has sent
}

export async function open(browser: Browser, path: string, options: { width?: number; height?: number; dark?: boolean } = {}): Promise<Watched> {
  const width = options.width ?? 1280;
  const context = await browser.newContext({
    viewport: { width, height: options.height ?? (width < 600 ? 780 : 900) },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  watch(page, wrong);
  let asked = 0;
  page.on('request', (r) => new URL(r.url()).pathname === '/graphql' && asked++);
  await page.goto(base + path);
  await settled(page);
  return { page, wrong, asked: () => asked };
}

/** Waits until a page shows what it was asked for: a heading or an error, and nothing that is still being asked. */
export async function settled(page: Page) {
  await page.locator('main h1, main h2, [role=alert]').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
}

function watch(page: Page, wrong: string[]) {
  page.on('console', (m) => (m.type() === 'error' || m.type() === 'warning') && !expected(m.text()) && wrong.push(`console: ${m.text()}`));
  page.on('pageerror', (e) => wrong.push(`exception: ${e.message}`));
  page.on('requestfailed', (r) => r.failure()?.errorText !== 'net::ERR_ABORTED' && wrong.push(`failed: ${r.url()} ${r.failure()?.errorText}`));
  page.on('request', (r) => {
    const url = r.url();
    if (!url.startsWith(`${base}/`) && !/^(data|blob):/.test(url)) wrong.push(`outside: ${url}`);
  });
}

// The software renderer of a machine without a graphics card tells of itself.
function expected(text: string): boolean {
  return /GPU stall|software WebGL|swiftshader/i.test(text);
}

/** Asks the API. */
export async function ask<R>(query: string, variables: Record<string, unknown> = {}): Promise<R> {
  const response = await fetch(`${base}/graphql`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as { data: R; errors?: { message: string }[] };
  if (errors) throw new Error(errors[0]!.message);
  return data;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** What axe finds of serious or worse. */
export async function accessibility(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const results = await (window as unknown as { axe: { run(): Promise<{ violations: unknown[] }> } }).axe.run();
    return results.violations;
  });
  return (found as Violation[])
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.slice(0, 3).map((n) => `${v.id} at ${n.target.join(' ')}: ${n.failureSummary.replaceAll('\n', ' ')}`));
}

/** How far the page is wider than its window. */
export async function overflow(page: Page): Promise<number> {
  const measure = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  let wider = await measure();
  for (let i = 0; i < 20 && wider > 0; i++) { // a window that was just resized is laid out again first
    await page.waitForTimeout(100);
    wider = await measure();
  }
  return wider;
}

/** Where pictures are left to be looked at; nothing compares them. Without SAYSO_SCREENSHOTS none are taken. */
export const pictures = process.env.SAYSO_SCREENSHOTS;
if (pictures) mkdirSync(pictures, { recursive: true });

/** Leaves a picture of the window, or with all of the page, however long. */
export async function picture(page: Page, name: string, all = false) {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: all });
}

/** Fails unless the page is whole as it is now, narrow and wide, for eyes and for screen readers. */
export async function expectWhole(page: Page, name: string) {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflow(page), `${name} at ${width} px`).toBeLessThanOrEqual(0);
    await picture(page, `${name}-${width}`, true);
  }
  expect(await accessibility(page), name).toEqual([]);
}

/** Fails when anything went wrong in the page. */
export function expectQuiet({ wrong }: Watched) {
  expect(wrong).toEqual([]);
}
