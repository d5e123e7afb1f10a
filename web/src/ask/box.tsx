import { useEffect, useRef, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useLocation, useSearch } from 'wouter';
import { to } from '../app/address.ts';
import { Shape } from '../parts/actor.tsx';
import { destination } from './destination.ts';
import { useSuggestions, type Offer } from './suggestions.ts';

/** The one box: suggests while one types, answers questions, opens names, finds quotes. `/` and Ctrl-K lead to it from anywhere. */
export function AskBox({ large }: { large?: boolean }) {
  const search = useSearch();
  const asked = new URLSearchParams(search).get('q') ?? '';
  const [text, setText] = useState(asked);
  const input = useRef<HTMLInputElement>(null);
  const [, navigate] = useLocation();
  const found = useSuggestions(text.trim() === asked.trim() ? '' : text);
  // The words themselves come last: the list is there from the first letter on, says what Enter does, and leads to the search.
  const offers: Offer[] = text.trim() ? [...found, { id: 'ask', type: 'Predicate', text: text.trim(), detail: 'ask or look for this' }, { id: 'find', type: 'Article', text: text.trim(), detail: 'find all that holds these words', href: to.find(text.trim()) }] : [];
  useEffect(() => setText(asked), [asked]);
  useShortcut(input);

  const submit = async () => {
    const words = input.current?.value.trim() ?? '';
    if (words) navigate(await destination(words));
  };
  const choose = (offer: Offer | undefined) => {
    if (!offer) return;
    if (offer.id === 'ask') void submit();
    else if (offer.href) navigate(offer.href);
    else setText(offer.text);
  };
  return (
    <form className={large ? 'ask large' : 'ask'} role="search" action={to.answer('')} onSubmit={(e) => (e.preventDefault(), void submit())}>
      <ComboBox
        className="box"
        aria-label="Ask a question, or type a name or a quote"
        allowsCustomValue
        menuTrigger="input"
        items={offers}
        inputValue={text}
        onInputChange={setText}
        selectedKey={null}
        onSelectionChange={(key) => choose(offers.find((o) => o.id === key))}
        defaultFilter={() => true}
      >
        <Input
          ref={input}
          name="q"
          type="search"
          autoComplete="off"
          spellCheck={false}
          placeholder="Who recognized Donetsk?"
          onKeyDownCapture={(e) => {
            // Enter ends a composition of an input method; it asks only when there is none, and nothing in the list is chosen.
            if (e.key !== 'Enter' || e.nativeEvent.isComposing || e.keyCode === 229) return;
            if (input.current?.getAttribute('aria-activedescendant')) return;
            e.preventDefault();
            e.stopPropagation();
            void submit();
          }}
        />
        <Popover className="suggestions" offset={4}>
          <ListBox>{(offer: Offer) => <OfferItem offer={offer} />}</ListBox>
        </Popover>
      </ComboBox>
      <button type="submit" className="button main">
        Ask
      </button>
    </form>
  );
}

function OfferItem({ offer }: { offer: Offer }) {
  return (
    <ListBoxItem id={offer.id} textValue={offer.text}>
      <Shape of={offer.type} />
      <span>
        <bdi>{offer.text}</bdi> <span className="soft small">{offer.detail}</span>
      </span>
    </ListBoxItem>
  );
}

function useShortcut(input: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const listen = (e: KeyboardEvent) => {
      const typing = e.target instanceof HTMLElement && e.target.closest('input, textarea, select, [contenteditable]');
      const slash = e.key === '/' && !typing && !e.ctrlKey && !e.metaKey && !e.altKey;
      const k = e.key.toLowerCase() === 'k' && (e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey;
      if (!slash && !k) return;
      e.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [input]);
}
