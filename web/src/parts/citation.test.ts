import { expect, it } from 'vitest';
import type { CitedFragment } from '../gql/graphql.ts';
import { attribution, cite, coins, original } from './citation.ts';

const desk = { __typename: 'Organization' as const, id: 'o', name: 'Dung & Sons_{News}', kind: null };
function statement(exact: string, url: string | null, title = 'A 5% [rise](javascript:x) of *all*'): CitedFragment {
  const quote = { exact, prefix: '', suffix: '', start: 0, end: 9 };
  const article = { id: 'a', title, url, publishedAt: '2022-02-21', originId: 'a', publisher: desk };
  return { id: 's', statementKind: 'SPEECH', modality: 'ASSERTED', quote, speaker: null, via: [], source: [{ text: 'a source' }], cue: [{ text: 'denied' }], article } as unknown as CitedFragment;
}

it('keeps what stands in a text from being taken for signs of Markdown', () => {
  const text = cite(statement('It is _so_ <b>\nand so', 'https://a.example/x_(y)'), 'markdown', 'http://here');
  expect(text).toContain('> It is \\_so\\_ \\<b\\>\n> and so\n');
  expect(text).toContain('[A 5% \\[rise\\](javascript:x) of \\*all\\*](<https://a.example/x_(y)>)');
});
it('says that a denial is one', () => expect(attribution(statement('that it met Pim', null))).toBe('a source (denied) → Dung & Sons_{News}'));
it('gives articles to reference managers whatever stands in their titles', () => {
  const fields = new URLSearchParams(coins(statement('x', 'https://a.example/x?p=1&q=%7B', 'A & B = 100% “so”').article));
  expect(Object.fromEntries(fields)).toEqual({
    ctx_ver: 'Z39.88-2004', rft_val_fmt: 'info:ofi/fmt:kev:mtx:dc', 'rft.type': 'newspaperArticle', 'rft.title': 'A & B = 100% “so”', 'rft.source': 'Dung & Sons_{News}',
    'rft.date': '2022-02-21', 'rft.identifier': 'https://a.example/x?p=1&q=%7B',
  });
});
it('closes every brace of BibTeX, and leaves addresses as they are', () => {
  const text = cite(statement('50% } of {it', 'https://a.example/x_y?p=1&q=%7B'), 'bibtex', 'http://here');
  expect(text).toContain('url = {https://a.example/x_y?p=1&q=%7B}');
  expect(text).toContain('author = {{Dung \\& Sons\\_\\{News\\}}}');
  expect(text).toContain('50\\% \\} of \\{it');
  const open = text.replace(/\\[{}]/g, '');
  expect(open.match(/{/g)).toHaveLength(open.match(/}/g)!.length);
});
it.each([
  ['https://a.example/x', 'https://a.example/x#:~:text=Zed%20met%20Pim'],
  ['https://a.example/x#part', 'https://a.example/x#part:~:text=Zed%20met%20Pim'],
  ['https://a.example/x#:~:text=old', 'https://a.example/x#:~:text=Zed%20met%20Pim'],
  ['javascript:alert(1)', null],
  [null, null],
])('leads to the words in %s', (url, want) => expect(original(statement('Zed met Pim', url))).toBe(want));
