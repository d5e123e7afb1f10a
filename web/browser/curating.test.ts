import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, base, expectQuiet, expectWhole, launch, open, settled } from './site.ts';

// What a curator does, with clicks and keys; everything is undone, and the graph is then what it was.

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const reviews = 100;

/** A node as a line of an archive. */
interface Archived {
  label?: string;
  key: string;
  properties: Record<string, unknown>;
}

/**
 * The graph as an archive holds it, but for what tells of the way that led there: the change feed, the numbers of versions, and judgements, which stay when they are
 * taken back, as do, hidden, the actor and the name that a split made.
 */
async function graph(): Promise<string[]> {
  const lines = (await (await fetch(`${base}/export/archive.jsonl`)).text()).split('\n').filter(Boolean);
  const kept = lines.map((line) => JSON.parse(line) as Archived).filter((l) => l.label && !['Change', 'Outbox', 'Judgement', 'Lock'].includes(l.label));
  const parted = kept.filter((l) => l.properties.splitOff);
  const hidden = new Set(parted.flatMap((l) => [l.key, ...(l.properties.ownNames as string[])]));
  return kept
    .filter((l) => !hidden.has(l.key))
    .map((l) => JSON.stringify({ ...l, properties: { ...l.properties, version: undefined } }))
    .sort();
}

/** What is in one of two graphs only, the beginnings of their lines. */
function changed(before: string[], after: string[]): string[] {
  const [was, is] = [new Set(before), new Set(after)];
  return [...before.filter((line) => !is.has(line)), ...after.filter((line) => !was.has(line))].map((line) => line.slice(0, 300));
}

const people = ['Wim Aas', 'Pia Berg', 'Olo Cern', 'Uta Dahl', 'Ivo Eng', 'Ada Falk', 'Eli Gran', 'Ida Holm', 'Jon Isak', 'Liv Jarl'];

/** An article that was read elsewhere, and of whose statements its reader was unsure, each with a claim. */
function doubtful(n: number) {
  const points = { text: '', mentions: [] as object[], statements: [] as object[], claims: [] as object[] };
  for (let i = 0; i < n; i++) {
    const speaker = people[i % people.length]!;
    const at = points.text.length;
    const other = people[(i + 1 + Math.floor(i / people.length)) % people.length]!;
    const content = `${other} had been of little help with count ${i}`;
    points.text += `${speaker} said ${content}.\n`;
    const start = at + speaker.length + 6;
    const source = [at, at + speaker.length];
    points.mentions.push({ span: source, type: 'PERSON', entity: speaker }, { span: [start, start + other.length], type: 'PERSON', entity: other });
    points.statements.push({ source: [source], cue: [[source[1]! + 1, source[1]! + 5]], content: [[start, start + content.length]], kind: 'SPEECH', speaker, modality: 'ASSERTED', claims: [i], confidence: 0.2 + i / 1000 });
    points.claims.push({ subject: speaker, predicate: 'BLAMED', object: other, modality: 'ASSERTED', evidence: [start, start + content.length], statement: i, confidence: 0.2 });
  }
  const { text, ...reading } = points;
  return { text, title: 'Counts of little help', language: 'en', reading };
}

async function bringDoubts(n: number): Promise<string> {
  const { ingest } = await ask<{ ingest: { results: { article: { id: string } | null; error: { message: string } | null; leftOut: object[] }[] } }>(
    'mutation($article: ArticleInput!) { ingest(articles: [$article]) { results { article { id } error { message } leftOut { what reason } } } }',
    { article: doubtful(n) },
  );
  const [result] = ingest.results;
  expect(result).toMatchObject({ error: null, leftOut: [] });
  return result!.article!.id;
}

const remove = (article: string) => ask('mutation($id: ID!) { deleteArticle(article: $id, by: "suite", reason: "the suite is through") { seq } }', { id: article });

async function sign(page: Page) {
  await page.getByLabel('Your name').fill('A. Curator');
  await page.getByLabel('Why: recorded with each judgement').fill('compared with the article');
  await page.locator('h1').click();
}

async function decide(page: Page, button: string) {
  await page.getByLabel('Your name').fill('A. Curator');
  await page.getByLabel('Why', { exact: true }).fill('looked at it');
  await page.getByRole('button', { name: button, exact: true }).click();
}

it(`reviews ${reviews} statements by key and undoes them all to the same graph`, { timeout: 240_000 }, async () => {
  const article = await bringDoubts(reviews);
  const before = await graph();
  const watched = await open(browser, '/review');
  const { page } = watched;
  await sign(page);
  const status = page.locator('.review [role=status]');
  for (let i = 1; i <= reviews; i++) {
    await page.keyboard.press(i % 3 ? 'a' : 'r');
    await page.locator('.review .context').waitFor();
  }
  await status.filter({ hasText: `· ${reviews} judged, 0 skipped in this session` }).waitFor();
  await status.filter({ hasNotText: 'saving' }).waitFor();
  expect(changed(before, await graph()).length).toBeGreaterThan(reviews);
  for (let i = 0; i < reviews; i++) await page.keyboard.press('u');
  await status.filter({ hasText: '· 0 judged, 0 skipped' }).waitFor();
  await status.filter({ hasNotText: 'saving' }).waitFor();
  expect(changed(before, await graph())).toEqual([]);
  expectQuiet(watched);
  await page.context().close();
  await remove(article);
});

it('judges many at once after a preview, goes on where one stopped, and asks anew after the queue was left', async () => {
  const article = await bringDoubts(30);
  const before = await graph();
  const watched = await open(browser, '/review');
  const { page } = watched;
  await sign(page);
  const status = page.locator('.review [role=status]');
  const total = Number(/of ([\d,]+)/.exec((await status.textContent())!)![1]);
  for (let i = 1; i <= 25; i++) {
    await page.keyboard.press('s');
    await page.locator('.review .context').waitFor();
  }
  await page.getByText('0 judged, 25 skipped').waitFor();
  const words = await page.locator('.review .context').textContent();
  await page.reload(); // the address says where one stopped, beyond the first page of the queue
  await page.locator('.review .context').filter({ hasText: words! }).waitFor();
  expect(await status.textContent()).toContain('26 of');
  await sign(page);
  await page.getByText(/^Many at once/).click();
  for (const box of await page.locator('.bulk input').all().then((all) => all.slice(0, 3))) await box.check();
  await page.getByText(/^3 statements with \d claims?\./).waitFor();
  await expectWhole(page, 'review-bulk');
  await page.getByRole('button', { name: 'Reject 3' }).click();
  await page.getByText(/1 judged, 0 skipped in this session$/).waitFor();
  await page.getByRole('link', { name: 'Changes' }).click();
  await page.getByText('Statement reviewed').nth(2).waitFor();
  await page.getByRole('link', { name: 'Review' }).click();
  await page.locator('.review .context').waitFor();
  expect(await status.textContent()).toContain(`of ${total - 3} `);
  expectQuiet(watched);
  await page.context().close();
  await remove(article);
  expect((await graph()).length).toBeLessThan(before.length);
});

it('takes what was judged at once back with one key', async () => {
  const article = await bringDoubts(5);
  const before = await graph();
  const { page } = await open(browser, '/review');
  await sign(page);
  await page.getByText(/^Many at once/).click();
  await page.getByRole('button', { name: 'Tick all' }).click();
  await page.getByRole('button', { name: /^Accept \d/ }).click();
  await page.getByText('1 judged, 0 skipped').waitFor();
  await page.locator('h1').click();
  await page.keyboard.press('u');
  await page.getByText(/0 judged, 0 skipped in this session$/).waitFor();
  expect(changed(before, await graph())).toEqual([]);
  await page.context().close();
  await remove(article);
});

it('decides who is one actor, candidates side by side with earlier judgements, and undoes it', async () => {
  const before = await graph();
  const { kuleba, blinken, putin } = await ask<Record<string, { id: string }>>('{ kuleba: actor(name: "Dmytro Kuleba") { id } blinken: actor(name: "Antony Blinken") { id } putin: actor(name: "Vladimir Putin") { id } }');
  const judge = (right: string, verdict: string) =>
    ask('mutation($l: ID!, $r: ID!, $v: Verdict!) { judge(left: $l, right: $r, verdict: $v, by: "Somebody Else", reason: "not sure at all") { id } }', { l: kuleba!.id, r: right, v: verdict });
  await judge(putin!.id, 'DIFFERENT');
  await judge(blinken!.id, 'UNSURE');
  const watched = await open(browser, '/review?queue=identity');
  const { page } = watched;
  await sign(page);
  const pair = page.getByRole('heading', { name: /Blinken.*50 % likely one/ });
  await pair.waitFor();
  await page.getByText('Somebody Else: not sure at all').waitFor();
  await page.getByText(/Earlier:.*Vladimir Putin.* are two/).first().waitFor();
  expect(await page.locator('.review .side h3').count()).toBe(2);
  await expectWhole(page, 'review-pair');
  await page.keyboard.press('t');
  await page.getByText(/1 judged, 0 skipped in this session$/).waitFor();
  await page.reload(); // a pair that somebody has decided does not wait any more
  await page.getByText('No pair is waiting').waitFor();
  await page.goto(`${base}/actor/${kuleba!.id}?tab=identity`);
  const decided = page.getByRole('listitem').filter({ hasText: /Blinken are two A\. Curator/ }).first();
  await decided.getByRole('button', { name: 'Take back…' }).click();
  await decide(page, 'Take this judgement back');
  await decided.getByText('taken back').waitFor();
  await page.goto(`${base}/review?queue=identity`);
  await pair.waitFor();
  await sign(page);
  await page.keyboard.press('o');
  await page.getByText(/1 judged, 0 skipped in this session$/).waitFor();
  expect((await ask<{ node: { id: string } }>('query($id: ID!) { node: actor(id: $id) { id } }', { id: blinken!.id })).node.id).toBe(
    (await ask<{ node: { id: string } }>('query($id: ID!) { node: actor(id: $id) { id } }', { id: kuleba!.id })).node.id,
  );
  await page.keyboard.press('u');
  await page.getByText(/0 judged, 0 skipped in this session$/).waitFor();
  const { judgements } = await ask<{ judgements: { nodes: { id: string }[] } }>('{ judgements(where: { by: { eq: "Somebody Else" }, status: { eq: ACTIVE } }) { nodes { id } } }');
  for (const { id } of judgements.nodes) await ask('mutation($id: ID!) { undo(judgement: $id, by: "suite", reason: "the suite is through") { id } }', { id });
  expect(changed(before, await graph())).toEqual([]);
  expectQuiet(watched);
  await page.context().close();
});

it('parts an actor in two and puts it together again', async () => {
  const before = await graph();
  const { syria } = await ask<{ syria: { id: string } }>('{ syria: actor(name: "Syria") { id } }');
  const watched = await open(browser, `/actor/${syria.id}?tab=identity`);
  const { page } = watched;
  await page.getByRole('button', { name: 'Two in one? Part them…' }).click();
  await decide(page, 'Part them');
  await page.getByText('Choose at least one article.').waitFor();
  await page.getByRole('checkbox', { name: /North Korea becomes the third state/ }).check();
  await page.getByLabel(/^What the other one is called/).fill('Northern Syria');
  await expectWhole(page, 'split');
  await decide(page, 'Part them');
  const parted = page.getByRole('listitem').filter({ hasText: /Syria was split: in 1 article it is Northern Syria/ }).first();
  await parted.waitFor();
  await parted.getByRole('link', { name: 'Northern Syria' }).click();
  await page.getByRole('heading', { name: 'Northern Syria' }).waitFor();
  await page.getByRole('tab', { name: /^Articles 1/ }).click();
  await page.getByRole('link', { name: /North Korea becomes the third state/ }).waitFor();
  await expectWhole(page, 'split-off');
  await page.goto(`${base}/actor/${syria.id}?tab=identity`);
  await parted.getByRole('button', { name: 'Take back…' }).click();
  await decide(page, 'Take this judgement back');
  await parted.getByText('taken back').waitFor();
  expect(changed(before, await graph())).toEqual([]);
  expectQuiet(watched);
  await page.context().close();
});

it('adds a statement and a claim from selected words, and says at once whether words stand in the article', async () => {
  const { articles } = await ask<{ articles: { nodes: { id: string; text: string }[] } }>('{ articles(where: { title: { contains: "Two armies" } }, first: 1) { nodes { id text } } }');
  const { id } = articles.nodes[0]!;
  const watched = await open(browser, `/article/${id}`);
  const { page } = watched;
  // Words are selected as a reader does it: a double click on a paragraph's first word, and Shift with the arrows.
  const first = page.locator('.paragraph').nth(1).locator('p .seg').first();
  await first.dblclick({ position: { x: 4, y: 8 } });
  for (let i = 0; i < 12; i++) await page.keyboard.press('Shift+ArrowRight');
  const form = page.getByRole('region', { name: 'Add a statement' });
  await form.getByText('They stand in the article.').waitFor();
  const selected = await form.getByRole('textbox', { name: 'The words' }).inputValue();
  expect(articles.nodes[0]!.text).toContain(selected);
  await form.getByRole('textbox', { name: 'The words' }).fill(`${selected} never`);
  await form.getByText('They do not stand in the article, letter by letter.').waitFor();
  await expectWhole(page, 'add-refused');
  await form.getByRole('textbox', { name: 'The words' }).fill('the');
  await form.getByText(/They stand there \d+ times/).waitFor();
  await form.getByRole('textbox', { name: 'The words' }).fill(selected);
  await form.getByRole('button', { name: 'A claim that it makes…' }).click();
  await form.getByRole('combobox', { name: 'Who', exact: true }).selectOption({ index: 1 });
  await form.getByRole('combobox', { name: 'Did what' }).selectOption({ label: 'blamed' });
  await form.getByRole('combobox', { name: 'To whom or what', exact: true }).selectOption({ index: 2 });
  await expectWhole(page, 'add-claim');
  await decide(page, 'Add');
  await page.waitForURL(/statement=st_/);
  await settled(page);
  await page.locator('.panel .quote').filter({ hasText: selected }).waitFor();
  await page.locator('.panel').getByRole('link', { name: /blamed/ }).waitFor();
  await page.locator('.panel').getByText('A. Curator').waitFor();
  await page.getByRole('button', { name: 'Reject…' }).click();
  await decide(page, 'Reject: it was misread');
  await page.locator('.panel').getByText('rejected as misread').waitFor();
  expectQuiet(watched);
  await page.context().close();
});
