import type { CitedFragment } from '../gql/graphql.ts';

/** Whose words a statement is, in a few words. */
export function speakerName(s: Pick<CitedFragment, 'speaker' | 'statementKind' | 'source'>): string {
  return s.speaker?.name ?? (s.statementKind === 'NARRATED' ? 'the article' : (s.source[0]?.text ?? 'unnamed speaker'));
}

/** The words by which the article says that it was said: “has denied”. Without them a denial reads like what it denies. */
export function cueWords(s: Pick<CitedFragment, 'cue'>): string {
  return s.cue.map((part) => part.text).join(' … ');
}

/** Who said it, and how, through whom, in which outlet, as one line of text. */
export function attribution(s: CitedFragment): string {
  const cue = cueWords(s);
  return [speakerName(s) + (cue && ` (${cue})`), ...s.via.map((v) => v.name), s.article.publisher?.name].filter(Boolean).join(' → ');
}

/** The address of the statement's words in the original, which browsers that know text fragments scroll to; null when it has none. */
export function original(s: Pick<CitedFragment, 'quote' | 'article'>): string | null {
  const url = s.article.url;
  if (!url || !/^https?:/.test(url)) return null;
  const words = s.quote.exact.trim().split(/\s+/);
  const part = words.length <= 10 ? [words.join(' ')] : [words.slice(0, 5).join(' '), words.slice(-5).join(' ')];
  const [page, place = ''] = url.split('#', 2);
  return `${page}#${place.replace(/:~:.*/, '')}:~:text=${part.map(fragmentPart).join(',')}`;
}

// A dash or a comma has a meaning of its own in a text fragment.
function fragmentPart(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}

/** The address of the words in the stored article. */
export function inContext(s: CitedFragment, base: string): string {
  return `${base}/article/${s.article.id}?statement=${s.id}`;
}

export const citationForms = ['plain', 'markdown', 'bibtex', 'ris'] as const;
export type CitationForm = (typeof citationForms)[number];

/** cite writes a statement's citation; base is the address of this site, for the link to the stored words. */
export function cite(s: CitedFragment, form: CitationForm, base: string): string {
  const { title, url, publishedAt, publisher } = s.article;
  const name = title ?? 'Untitled article';
  const stored = inContext(s, base);
  switch (form) {
    case 'plain':
      return `“${s.quote.exact}” (${attribution(s)}). ${name}${publishedAt ? `, ${publishedAt}` : ''}. ${url ? `${url} ` : ''}Stored text: ${stored}`;
    case 'markdown':
      return `> ${literal(s.quote.exact).replaceAll('\n', '\n> ')}\n>\n> — ${literal(attribution(s))}, ${url ? `[${literal(name)}](<${url.replace(/[<>]/g, encodeURIComponent)}>)` : literal(name)}${publishedAt ? `, ${publishedAt}` : ''} ([stored text](${stored}))\n`;
    case 'bibtex':
      return [
        `@misc{${s.id},`,
        ...[['title', name], ['author', publisher?.name], ['year', publishedAt?.slice(0, 4)], ['date', publishedAt], ['url', url], ['note', `“${s.quote.exact}” (${attribution(s)}). ${stored}`]]
          .filter(([, value]) => value)
          .map(([key, value]) => `  ${key} = {${key === 'author' ? `{${braces(value!)}}` : key === 'url' ? value!.replace(/[{}\\]/g, encodeURIComponent) : braces(value!)}},`),
        '}\n',
      ].join('\n');
    case 'ris':
      return risRecord(s, stored);
  }
}

/** coins gives an article as a ContextObject of OpenURL with the terms of Dublin Core, which Zotero reads out of a page; the type is Zotero's word for news. */
export function coins({ title, url, publishedAt, publisher }: CitedFragment['article']): string {
  const fields: [string, string | null | undefined][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', 'newspaperArticle'],
    ['rft.title', title ?? 'Untitled article'],
    ['rft.source', publisher?.name],
    ['rft.date', publishedAt?.slice(0, 10)],
    ['rft.identifier', url],
  ];
  return fields
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}=${encodeURIComponent(value!)}`)
    .join('&');
}

/** literal keeps Markdown from taking what stands in a text for its own signs: a link, emphasis, a picture, HTML. */
function literal(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, (sign) => `\\${sign}`);
}

const bibtexSigns: Record<string, string> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

/** braces keeps BibTeX from taking what stands in a text for its own signs; braces that are not closed would end the whole file. */
function braces(text: string): string {
  return text.replace(/[\\%&#$_{}~^]/g, (sign) => bibtexSigns[sign] ?? `\\${sign}`).replace(/\s+/g, ' ');
}

function risRecord(s: CitedFragment, stored: string): string {
  const { title, url, publishedAt, publisher } = s.article;
  const lines: [string, string | null | undefined][] = [
    ['TY', 'NEWS'],
    ['TI', title ?? 'Untitled article'],
    ['AU', s.speaker?.name],
    ['T2', publisher?.name],
    ['DA', publishedAt?.slice(0, 10).replaceAll('-', '/')],
    ['PY', publishedAt?.slice(0, 4)],
    ['UR', url],
    ['L2', stored],
    ['AB', s.quote.exact.replaceAll('\n', ' ')],
    ['N1', attribution(s)],
  ];
  return `${lines
    .filter(([, value]) => value)
    .map(([tag, value]) => `${tag}  - ${value}`)
    .join('\n')}\nER  - \n`;
}
