import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { CitedFragment } from '../gql/graphql.ts';
import { cite, inContext, type CitationForm } from './citation.ts';
import { copy } from './notice.tsx';

const forms: { id: CitationForm | 'link'; label: string }[] = [
  { id: 'plain', label: 'Copy as text' },
  { id: 'markdown', label: 'Copy as Markdown' },
  { id: 'bibtex', label: 'Copy as BibTeX' },
  { id: 'ris', label: 'Copy as RIS' },
  { id: 'link', label: 'Copy the link' },
];

/** Copies a citation of a statement in one of four forms, or the link to its words. */
export function CiteMenu({ of }: { of: CitedFragment }) {
  const text = (form: CitationForm | 'link') => (form === 'link' ? inContext(of, location.origin) : cite(of, form, location.origin));
  return (
    <MenuTrigger>
      <Button className="linklike">cite</Button>
      <Popover className="menu">
        <Menu aria-label="Citation" items={forms} onAction={(key) => void copy(text(key as CitationForm | 'link'), 'Citation copied')}>
          {(form) => <MenuItem>{form.label}</MenuItem>}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
