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
  const last = text.split(/\s+/).at(-1) ?? '';
  const { data } = useQuery({
    queryKey: ['suggest', text],
    queryFn: ({ signal }) => request(SuggestDocument, { prefix: text }, signal),
    enabled: last.length > 0 && text.length <= 80,
    placeholderData: keepPreviousData,
  });
  return text && data ? offersOf(data) : [];
}

function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** offersOf makes the lines from what the server suggests, each thing once. */
export function offersOf(data: SuggestQuery): Offer[] {
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
  for (const node of data.search?.nodes ?? []) {
    if ('title' in node) offers.set(node.id, { id: node.id, type: 'Article', text: node.title ?? 'Untitled article', detail: [node.publisher?.name, node.publishedAt].filter(Boolean).join(' · '), href: to.article(node.id) });
  }
  return [...offers.values()];
}
