import { useEffect, useRef } from 'react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useParams } from '../app/address.ts';
import { exportForms, isExportForm, saveAs, type ExportForm, type Line } from './export.ts';
import { copy, tell } from './notice.tsx';

interface Props {
  lines: () => Line[] | Promise<Line[]>;
  name: string; // of the files, without their ending
}

/** Saves what is seen as a file. An address with as=csv (json, md, ris) saves it as soon as it is there, so that a file can be sent as a link. */
export function ExportMenu({ lines, name }: Props) {
  const { get } = useParams();
  const save = (form: ExportForm) =>
    void Promise.resolve(lines())
      .then((all) => saveAs(all, form, name))
      .catch((e: unknown) => tell((e as Error).message));
  useSavedAtOnce(get('as'), save);
  const act = (key: string) => {
    const [what, form] = key.split(' ') as ['save' | 'link', ExportForm];
    if (what === 'save') save(form);
    else void copy(addressAs(form), 'Link copied');
  };
  return (
    <MenuTrigger>
      <Button className="button">Export</Button>
      <Popover className="menu">
        <Menu aria-label="Export" onAction={(key) => act(String(key))}>
          <MenuSection>
            <Header className="soft small">Save as</Header>
            {exportForms.map((form) => (
              <MenuItem key={form} id={`save ${form}`}>{`.${form}`}</MenuItem>
            ))}
          </MenuSection>
          <MenuSection>
            <Header className="soft small">Copy a link that saves</Header>
            {exportForms.map((form) => (
              <MenuItem key={form} id={`link ${form}`}>{`Link to .${form}`}</MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** addressAs gives the present address with the form in which it saves what it shows. */
function addressAs(form: ExportForm): string {
  const address = new URL(location.href);
  address.searchParams.set('as', form);
  return address.href;
}

/** useSavedAtOnce saves once what an address asks for. */
function useSavedAtOnce(form: string, save: (form: ExportForm) => void) {
  const saved = useRef('');
  useEffect(() => {
    if (!isExportForm(form) || saved.current === form) return;
    saved.current = form;
    save(form);
  });
}
