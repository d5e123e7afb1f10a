import type { CitedFragment } from '../../gql/graphql.ts';
import { attribution, inContext, original } from '../../parts/citation.ts';

/** What a report holds. */
export interface Report {
  title: string;
  knownAt: string; // the day to which it was known
  statements: CitedFragment[];
}

/** html writes a report as one file that needs nothing else. */
export function html({ title, knownAt, statements }: Report, base: string): string {
  const items = statements.map((s) => {
    const links = [`<a href="${escape(inContext(s, base))}">stored text</a>`, original(s) && `<a href="${escape(original(s)!)}">original</a>`].filter(Boolean).join(' · ');
    return `<li><blockquote dir="auto">${escape(s.quote.exact)}</blockquote><p>${escape(attribution(s))}. <cite>${escape(s.article.title ?? 'Untitled article')}</cite>${s.article.publishedAt ? `, ${escape(s.article.publishedAt)}` : ''}. ${links}</p></li>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escape(title)}</title>
<style>body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}blockquote{margin:0;padding-inline-start:1rem;border-inline-start:3px solid #777;font-family:Georgia,serif}li{margin-bottom:1.5rem}</style>
<h1>${escape(title)}</h1>
<p>As it was known on ${escape(knownAt)}.</p>
<ol>
${items.join('\n')}
</ol>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
