import type { CitedFragment } from '../gql/graphql.ts';
import { attribution, cite, inContext, original } from './citation.ts';

/** One line of an export: what a page shows in a row, with one of the statements behind it. Dates are ISO. */
export interface Line {
  subject: string; // who, or the speaker
  deed: string; // what was done, as the page says it
  object: string; // to whom or what
  firstOn: string;
  lastOn: string;
  origins: number | '';
  evidence: CitedFragment[];
}

export const exportForms = ['csv', 'json', 'md', 'ris'] as const;
export type ExportForm = (typeof exportForms)[number];

/** isExportForm reports whether a word, for example of an address, names a form. */
export function isExportForm(word: string): word is ExportForm {
  return (exportForms as readonly string[]).includes(word);
}

const types: Record<ExportForm, string> = { csv: 'text/csv', json: 'application/json', md: 'text/markdown', ris: 'application/x-research-info-systems' };

/** write gives a view as a file's text; base is the address of this site. */
export function write(lines: Line[], form: ExportForm, base: string): string {
  switch (form) {
    case 'csv':
      return csv(lines, base);
    case 'json':
      return `${JSON.stringify(lines.map((line) => ({ ...line, evidence: line.evidence.map((s) => plain(s, base)) })), null, 2)}\n`;
    case 'md':
      return lines.map((line) => `## ${[line.subject, line.deed, line.object].filter(Boolean).join(' ')}\n\n${line.evidence.map((s) => cite(s, 'markdown', base)).join('\n')}`).join('\n');
    case 'ris':
      return distinct(lines.flatMap((line) => line.evidence))
        .map((s) => cite(s, 'ris', base))
        .join('\n');
  }
}

const columns = ['subject', 'deed', 'object', 'first on', 'last on', 'origins', 'quote', 'attribution', 'modality', 'article', 'published', 'address', 'stored text'];

// One row a statement, so that every line can be checked by itself; a row without any has one line all the same.
function csv(lines: Line[], base: string): string {
  const rows = lines.flatMap((line) => {
    const head = [line.subject, line.deed, line.object, line.firstOn, line.lastOn, String(line.origins)];
    if (line.evidence.length === 0) return [[...head, ...Array<string>(7).fill('')]];
    return line.evidence.map((s) => [...head, s.quote.exact, attribution(s), s.modality.toLowerCase(), s.article.title ?? '', s.article.publishedAt ?? '', s.article.url ?? '', inContext(s, base)]);
  });
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

// A cell that begins like a formula is told to be text, for spreadsheets run formulas.
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function plain(s: CitedFragment, base: string) {
  return {
    id: s.id,
    quote: s.quote.exact,
    attribution: attribution(s),
    modality: s.modality,
    date: s.date,
    article: s.article.title,
    publishedAt: s.article.publishedAt,
    original: original(s),
    storedText: inContext(s, base),
  };
}

function distinct(statements: CitedFragment[]): CitedFragment[] {
  return [...new Map(statements.map((s) => [s.id, s])).values()];
}

/** save lets the browser write a file. */
export function save(text: string, name: string, type: string) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** saveAs writes a view to a file of the form. */
export function saveAs(lines: Line[], form: ExportForm, name: string) {
  save(write(lines, form, location.origin), `${name}.${form}`, types[form]);
}
