import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { exportForms, saveAs, type ExportForm, type Line } from './export.ts';

const forms = exportForms.map((id) => ({ id }));

/** Saves what is seen as a file. */
export function ExportMenu({ lines, name }: { lines: () => Line[]; name: string }) {
  return (
    <MenuTrigger>
      <Button className="button">Export</Button>
      <Popover className="menu">
        <Menu aria-label="Export as" items={forms} onAction={(key) => saveAs(lines(), key as ExportForm, name)}>
          {({ id }) => <MenuItem id={id}>{`.${id}`}</MenuItem>}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
