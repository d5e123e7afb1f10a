import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { base, launch } from '../browser/site.ts';

const address = process.env.SAYSO_NEO4J_BROWSER ?? 'http://127.0.0.1:7474/browser/';
const password = process.env.SAYSO_NEO4J_PASSWORD ?? '';
const folder = process.env.SAYSO_SCREENSHOTS;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** Connects as a user does. What comes from neither Neo4j nor the server, and was not stopped, is noted. */
async function connect(): Promise<{ page: Page; outside: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1500, height: 1100 } });
  const outside: string[] = [];
  page.on('response', (r) => !/^(data|blob):/.test(r.url()) && ![base, new URL(address).origin].includes(new URL(r.url()).origin) && outside.push(r.url()));
  await page.goto(address);
  await page.getByTestId('username').fill('neo4j');
  await page.getByTestId('password').fill(password);
  await page.getByTestId('connect').click();
  return { page, outside };
}

const frames = (page: Page) => page.getByTestId('frame');

/** Clicks a line of the guide, which puts it into the editor, and runs it. Gives the frame of its answer. */
async function run(page: Page, line: Locator): Promise<Locator> {
  const before = await frames(page).count();
  await line.click();
  await page.getByTestId('editor-Run').click();
  await expect.poll(() => frames(page).count(), { timeout: 60_000 }).toBeGreaterThan(before);
  const frame = frames(page).first();
  await frame.locator('g.node, table, [role=table], pre, [data-testid=errorBanner]').or(frame.getByText('no records')).first().waitFor({ timeout: 60_000 });
  return frame;
}

interface Drawn {
  nodes: { labels: string[]; caption: string; name: string }[];
  edges: string[];
}

/** What a frame's picture shows, in Browser's own words: D3 keeps the data of what it draws. */
function drawn(frame: Locator): Promise<Drawn> {
  return frame.evaluate((element) => {
    const data = (selector: string) => Array.from(element.querySelectorAll(selector), (e) => (e as unknown as { __data__: any }).__data__);
    return {
      nodes: data('g.node').map((d) => ({ labels: d.labels, caption: d.caption.map((c: { text: string }) => c.text).join('').trim(), name: d.propertyMap.name ?? '' })),
      edges: data('g.relationship').filter((d) => 'claimIds' in d.propertyMap).map((d) => `${d.source.propertyMap.name} ${d.type} ${d.target.propertyMap.name}`),
    };
  });
}

/** The fewest letters of a name that must be read as a caption: Browser cuts long ones to the circle's width. */
const reads = (caption: string, name: string) => name.replace(/\s/g, '').startsWith(caption.replace(/[\s…]|\.{3}$/g, '')) && caption.length > 0;

it('plays the guide after connecting, runs each saved query, and shows names and one edge for a pair and predicate', async () => {
  const { page, outside } = await connect();
  const guide = page.getByTestId('frame').filter({ has: page.getByTestId('carousel') });
  await guide.getByText('Who said what, on whose say-so.').waitFor();
  await run(page, guide.locator('pre').first());
  expect(await frames(page).first().innerText()).toContain('node.Statement');
  if (folder) await page.screenshot({ path: `${folder}/neo4j-guide.png` });

  const pictures: Record<string, Drawn> = {};
  const answers: string[] = [];
  for (let slide = 2; slide <= 5; slide++) {
    await guide.getByLabel(String(slide), { exact: true }).click();
    await guide.getByText(`${slide} / 5`).waitFor();
    for (let i = 0; i < (await guide.locator('pre').count()); i++) {
      const name = await guide.locator('h4').nth(i).innerText();
      const frame = await run(page, guide.locator('pre').nth(i));
      answers.push(name);
      expect(await frame.getByTestId('errorBanner').count(), name).toBe(0);
      if (await frame.locator('g.node').count()) pictures[name] = await drawn(frame);
      if (folder) {
        await page.waitForTimeout(1500); // the layout comes to rest
        await frame.screenshot({ path: `${folder}/neo4j-${slide}-${i}.png` });
      }
      await frame.getByRole('button', { name: /close/i }).or(frame.getByTitle('Close')).first().click();
    }
  }
  expect(answers.length).toBe(16);

  const actors = Object.values(pictures).flatMap((p) => p.nodes.filter((n) => n.labels.includes('Entity')));
  expect(actors.length).toBeGreaterThan(5);
  for (const actor of actors) expect(reads(actor.caption, actor.name), `${actor.name} is shown as ${actor.caption}`).toBe(true);
  const recognized = Object.entries(pictures).find(([name]) => name.startsWith('Who recognized'))![1];
  expect(recognized.edges).toEqual(expect.arrayContaining(['Russia RECOGNIZED Donetsk', 'Syria RECOGNIZED Donetsk', 'North Korea RECOGNIZED Donetsk']));
  for (const [name, { edges }] of Object.entries(pictures)) expect(new Set(edges).size, `${name}: ${edges}`).toBe(edges.length);
  expect(outside).toEqual([]);
});
