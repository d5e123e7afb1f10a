import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { request } from '../api/request.ts';
import { to } from '../app/address.ts';
import { SuggestDocument, type SuggestQuery } from '../gql/graphql.ts';

/** A line under the box: it opens a page (href), or puts its text into the box for the question to go on. */
export interface Offer {
  id: string;
  type: string; // the kind of thing, which gives its shape
  text: string;
  detail: string;
  href?: string;
}

// Typing at an ordinary speed asks once a word, not once a letter.
const pause = 120;

/** What may be meant by what is typed so far. */
export function useSuggestions(typed: string): Offer[] {
  const text = useSettled(typed.trim());
  const { head, tail } = parted(text);
  const { data } = useQuery({
    queryKey: ['suggest', text],
    queryFn: ({ signal }) => request(SuggestDocument, { prefix: text, tail, words: beginning(text), asks: head !== '' }, signal),
    enabled: text !== '' && text.length <= 80,
    placeholderData: keepPreviousData,
  });
  return text && data ? offersOf(data, head) : [];
}

/** parted cuts what is typed before its last word: a question may go on with a name that begins so. */
export function parted(text: string): { head: string; tail: string } {
  const cut = text.lastIndexOf(' ') + 1;
  return { head: text.slice(0, cut), tail: text.slice(cut) };
}

/** beginning has search take the last word for the beginning of one, where it ends in a letter or figure. */
function beginning(text: string): string {
  return /[\p{L}\p{M}\p{N}]$/u.test(text) ? `${text}*` : text;
}

function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What may be asked of the actor that fits best. */
const questions = (name: string) => [`What did ${name} say?`, `What did ${name} do?`];

/** offersOf makes the lines from what the server suggests, each thing once: names, deeds, questions, articles. head is what was typed before the last word. */
export function offersOf(data: SuggestQuery, head = ''): Offer[] {
  const offers = new Map<string, Offer>();
  for (const { name, node } of data.suggest ?? []) {
    if (offers.has(node.id)) continue;
    if (node.__typename === 'Predicate') {
      const label = 'label' in node ? node.label : name;
      offers.set(node.id, { id: node.id, type: 'Predicate', text: `Who ${label} `, detail: name === label ? 'go on with a name' : `“${name}”` });
    } else if ('name' in node) {
      const other = name === node.name ? '' : `also ${name}`;
      offers.set(node.id, { id: node.id, type: node.__typename, text: node.name, detail: [other, node.description ?? node.kind].filter(Boolean).join(' · '), href: to.actor(node.id) });
    }
  }
  for (const text of questionsOf(data, head)) offers.set(text, { id: text, type: 'Predicate', text, detail: 'ask', href: to.answer(text) });
  for (const node of data.search?.nodes ?? []) {
    if ('title' in node) offers.set(node.id, { id: node.id, type: 'Article', text: node.title ?? 'Untitled article', detail: [node.publisher?.name, node.publishedAt].filter(Boolean).join(' · '), href: to.article(node.id) });
  }
  return [...offers.values()];
}

/** questionsOf gives what was typed gone on with each name that fits its last word; where a name itself was typed, what may be asked of it. */
function questionsOf(data: SuggestQuery, head: string): string[] {
  const [best] = data.suggest ?? [];
  if (best && 'name' in best.node) return questions(best.node.name);
  const names = (data.tail ?? []).flatMap(({ node }) => ('name' in node ? [node.name] : []));
  return [...new Set(names)].slice(0, mostQuestions).map((name) => `${head}${name}?`);
}

/** So many questions are offered. */
const mostQuestions = 4;
