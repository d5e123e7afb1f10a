import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { Shape } from '../parts/actor.tsx';
import { useSuggestions } from './suggestions.ts';

/** A field for one actor: type a name, choose whom it means. */
export function ActorPicker({ label, choose }: { label: string; choose: (id: string, name: string) => void }) {
  const [text, setText] = useState('');
  const offers = useSuggestions(text).filter((o) => o.href?.startsWith('/actor/'));
  return (
    <ComboBox
      className="field picker"
      items={offers}
      inputValue={text}
      onInputChange={setText}
      menuTrigger="input"
      allowsEmptyCollection
      selectedKey={null}
      defaultFilter={() => true}
      onSelectionChange={(key) => {
        const offer = offers.find((o) => o.id === key);
        if (!offer) return;
        setText('');
        choose(offer.id, offer.text);
      }}
    >
      <Label>{label}</Label>
      <Input autoComplete="off" />
      <Popover className="suggestions" offset={4}>
        <ListBox renderEmptyState={() => <span className="soft small none">Nobody yet; go on typing a name.</span>}>
          {(offer: (typeof offers)[number]) => (
            <ListBoxItem id={offer.id} textValue={offer.text}>
              <Shape of={offer.type} />
              <span>
                <bdi>{offer.text}</bdi> <span className="soft small">{offer.detail}</span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
