import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, expectQuiet, expectWhole, launch, open } from './site.ts';

// Articles by address, by file and by drop, and what is said of those that are refused. The server under test may fetch from this machine.

const page404 = 'gone';
const story = `<!doctype html><html lang="en"><head><title>Harbour of Selm reopens</title><meta property="og:site_name" content="Selm Courier"></head><body><article>
<h1>Harbour of Selm reopens</h1><p>The harbour of Selm reopened on Monday after eleven months of repairs, the port authority of the town said in a statement that was read out at noon.</p>
<p>“The last crane was put up yesterday,” said the engineer Tadeusz Brom, who led the repairs. The mayor, Orla Venn, thanked all workers and said that the ferries would run again from June.</p>
</article></body></html>`;

let browser: Browser;
let outlet: Server;
let at: string;
beforeAll(async () => {
  browser = await launch();
  outlet = createServer((request, response) => {
    const found = request.url === '/story';
    response.writeHead(found ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' }).end(found ? story : page404);
  });
  await new Promise<void>((listening) => outlet.listen(0, '127.0.0.1', listening));
  at = `http://127.0.0.1:${(outlet.address() as AddressInfo).port}`;
});
afterAll(async () => {
  for (const words of ['harbour crane Selm', 'lines open Selm', 'reporters bridge Selm safe']) await remove(words);
  await browser?.close();
  outlet?.close();
});

/** Takes the articles that hold the words out of the graph again. */
async function remove(words: string) {
  const { articles } = await ask<{ articles: { nodes: { id: string }[] } }>('query($words: String!) { articles(where: { words: $words }) { nodes { id } } }', { words });
  for (const { id } of articles.nodes) await ask('mutation($id: ID!) { deleteArticle(article: $id, by: "suite", reason: "the suite is through") { seq } }', { id });
}

const outcome = (page: Page, name: string | RegExp) => page.getByRole('listitem').filter({ hasText: name });

it('fetches by address, and says why an address is refused', { timeout: 120_000 }, async () => {
  const watched = await open(browser, `/bring?url=${encodeURIComponent(`${at}/story`)}`);
  const { page } = watched;
  const field = page.getByRole('textbox', { name: /^One a line/ });
  expect(await field.inputValue()).toBe(`${at}/story`); // as the bookmarklet leaves it
  await field.fill(`${at}/story\n${at}/gone\nftp://selm.example/x`);
  await page.getByRole('button', { name: 'Fetch and read' }).click();
  await page.getByText('Done', { exact: true }).waitFor({ timeout: 60_000 });
  await outcome(page, 'Harbour of Selm reopens').getByText(/\d statements?/).waitFor();
  await outcome(page, `${at}/gone`).getByText('refused').waitFor();
  await outcome(page, `${at}/gone`).getByText(/404/).waitFor();
  await outcome(page, 'ftp://selm.example/x').getByText(/no address of a page/).waitFor();
  await expectWhole(page, 'bring-addresses');
  await page.getByRole('link', { name: 'Harbour of Selm reopens' }).click();
  await page.getByText('The last crane was put up yesterday').first().waitFor();
  expectQuiet(watched);
  await page.context().close();
});

const files = [
  { name: 'lines.jsonl', type: 'application/json', text: '{"text": "Orla Venn said the lines are open in Selm.", "title": "Lines one"}\n{"title": "no words"}\n' },
  { name: 'table.xlsx', type: 'application/octet-stream', text: 'PK' },
  { name: 'notes.txt', type: 'text/plain', text: 'The engineer Tadeusz Brom told reporters in Selm that the bridge was safe.' },
];

it('takes dropped files one by one, and says which it cannot take', { timeout: 120_000 }, async () => {
  const watched = await open(browser, '/bring');
  const { page } = watched;
  const dropped = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, type, text } of given) data.items.add(new File([text], name, { type }));
    return data;
  }, files);
  const place = page.locator('.drop');
  await place.dispatchEvent('dragover', { dataTransfer: dropped });
  await page.locator('.drop.over').waitFor();
  await place.dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByText('Done', { exact: true }).waitFor({ timeout: 60_000 });
  await outcome(page, 'Lines one').getByText(/statement/).waitFor();
  await outcome(page, 'lines.jsonl, line 2').getByText('It has neither text nor html nor url.').waitFor();
  await outcome(page, 'table.xlsx').getByText('Only .txt, .md, .html, .json and .jsonl can be read here.').waitFor();
  await outcome(page, /notes/).getByText(/statement/).waitFor();
  await expectWhole(page, 'bring-files');
  await place.dispatchEvent('drop', { dataTransfer: dropped });
  await outcome(page, 'Lines one').getByText('it was here already; nothing changed').waitFor();
  expectQuiet(watched);
  await page.context().close();
});
