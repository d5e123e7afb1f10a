import type { ArticleInput } from '../../gql/graphql.ts';

/** Something to be read, and what the reader knows it by. */
export interface Item {
  name: string;
  article: ArticleInput;
}

/** What cannot even be sent, and why. */
export interface Refused {
  name: string;
  reason: string;
}

/** fromFile makes articles of a file: a page, a text, or lines of JSON with one article each. */
export async function fromFile(file: File): Promise<(Item | Refused)[]> {
  const name = file.name;
  const text = await decoded(file);
  if (text === null) return [{ name, reason: 'Its bytes are neither UTF-8 nor UTF-16. Convert it, for example with iconv -f WINDOWS-1252 -t UTF-8.' }];
  if (/\.(html?|xhtml)$/i.test(name)) return [{ name, article: { html: text } }];
  if (/\.(jsonl|ndjson)$/i.test(name)) return fromLines(name, text);
  if (/\.json$/i.test(name)) return fromJSON(name, text);
  if (/\.(txt|md|text)$/i.test(name) || !name.includes('.')) return [{ name, article: { text } }];
  return [{ name, reason: 'Only .txt, .md, .html, .json and .jsonl can be read here.' }];
}

async function decoded(file: File): Promise<string | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const coding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(coding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function fromLines(name: string, text: string): (Item | Refused)[] {
  return text.split('\n').flatMap((line, i) => (line.trim() ? one(`${name}, line ${i + 1}`, line) : []));
}

function fromJSON(name: string, text: string): (Item | Refused)[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.map((item, i) => checked(`${name}, article ${i + 1}`, item)) : [checked(name, value)];
  } catch {
    return fromLines(name, text);
  }
}

function one(name: string, line: string): Item | Refused {
  try {
    return checked(name, JSON.parse(line));
  } catch {
    return { name, reason: 'It is not JSON.' };
  }
}

const fields = ['text', 'html', 'title', 'url', 'publisher', 'authors', 'publishedAt', 'retrievedAt', 'language', 'reading'] as const;

function checked(name: string, value: unknown): Item | Refused {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { name, reason: 'It is no article: an object with text, html or url is needed.' };
  const given = value as Record<string, unknown>;
  if (![given.text, given.html, given.url].some((v) => typeof v === 'string' && v.trim())) return { name, reason: 'It has neither text nor html nor url.' };
  // What comes read already brings its own mentions, statements and claims.
  const read = given.statements !== undefined || given.mentions !== undefined || given.claims !== undefined;
  const article = Object.fromEntries(fields.filter((f) => given[f] !== undefined && given[f] !== null).map((f) => [f, given[f]])) as ArticleInput;
  return { name, article: read ? { ...article, reading: given } : article };
}

/** fromAddresses makes articles of lines with one address each; the server fetches them. */
export function fromAddresses(text: string): (Item | Refused)[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((url) => (/^https?:\/\/[^/]/i.test(url) ? { name: url, article: { url } } : { name: url, reason: 'It is no address of a page; one begins with https, or http.' }));
}
