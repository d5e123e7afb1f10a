import { expect, it } from 'vitest';
import { fromAddresses, fromFile } from './inputs.ts';

const file = (name: string, ...parts: BlobPart[]) => fromFile(new File(parts, name));

it('takes texts and pages', async () => {
  expect(await file('a.txt', 'Zed met Pim.')).toEqual([{ name: 'a.txt', article: { text: 'Zed met Pim.' } }]);
  expect(await file('a.HTML', '<p>x')).toEqual([{ name: 'a.HTML', article: { html: '<p>x' } }]);
});
it('takes lines of JSON one by one and says which cannot be taken', async () => {
  const got = await file('a.jsonl', '{"text": "One", "title": null}\n\nnope\n{"title": "no words"}\n[1]');
  expect(got).toEqual([
    { name: 'a.jsonl, line 1', article: { text: 'One' } },
    { name: 'a.jsonl, line 3', reason: 'It is not JSON.' },
    { name: 'a.jsonl, line 4', reason: 'It has neither text nor html nor url.' },
    { name: 'a.jsonl, line 5', reason: expect.stringContaining('no article') },
  ]);
});
it('reads UTF-16 by its mark and refuses other bytes', async () => {
  expect(await file('a.txt', new Uint8Array([0xff, 0xfe, 0x5a, 0x00]))).toEqual([{ name: 'a.txt', article: { text: 'Z' } }]);
  expect(await file('a.txt', new Uint8Array([0x5a, 0xe9, 0x64]))).toEqual([{ name: 'a.txt', reason: expect.stringContaining('iconv') }]);
});
it('takes addresses', () => expect(fromAddresses('https://a.example/x ftp://b').map((i) => 'article' in i)).toEqual([true, false]));
