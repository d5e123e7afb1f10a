import { useRef } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type Sigma from 'sigma';
import { save } from '../../parts/export.ts';
import { tell } from '../../parts/notice.tsx';
import { arrangementFile, graphML, json, readArrangement, svg } from './files.ts';
import type { Model } from './model.ts';
import type { Spots } from './place.ts';

interface Props {
  model: Model;
  spots: Spots;
  pinned: Spots;
  setPinned: (spots: Spots) => void;
  renderer: React.RefObject<Sigma | null>;
}

const forms = [
  { id: 'png', label: 'Picture (.png)' },
  { id: 'svg', label: 'Drawing (.svg)' },
  { id: 'graphml', label: 'Graph (.graphml)' },
  { id: 'json', label: 'Data (.json)' },
  { id: 'arrangement', label: 'Save the arrangement' },
  { id: 'open', label: 'Open an arrangement…' },
];

/** Saves what is drawn, and the arrangement that the reader made, which can be opened again here or by somebody else. */
export function FileMenu({ model, spots, setPinned, renderer }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const act = async (form: string) => {
    if (form === 'png' && renderer.current) {
      const { downloadAsPNG } = await import('@sigma/export-image');
      await downloadAsPNG(renderer.current, { fileName: 'sayso-graph', backgroundColor: getComputedStyle(document.body).backgroundColor });
    }
    if (form === 'svg') save(svg(model, spots), 'sayso-graph.svg', 'image/svg+xml');
    if (form === 'graphml') save(graphML(model, spots), 'sayso-graph.graphml', 'application/graphml+xml');
    if (form === 'json') save(json(model, spots), 'sayso-graph.json', 'application/json');
    if (form === 'arrangement') save(arrangementFile(spots, location.href), 'sayso-arrangement.json', 'application/json');
    if (form === 'open') file.current?.click();
  };
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      setPinned(readArrangement(await chosen.text()));
      tell('Arranged as in the file');
    } catch (e) {
      tell((e as Error).message);
    }
  };
  return (
    <>
      <MenuTrigger>
        <Button className="button">Export</Button>
        <Popover className="menu">
          <Menu aria-label="Export" items={forms} onAction={(key) => void act(String(key))}>
            {(form) => <MenuItem>{form.label}</MenuItem>}
          </Menu>
        </Popover>
      </MenuTrigger>
      <input ref={file} type="file" accept=".json" hidden aria-label="Open an arrangement" onChange={(e) => void read(e.target.files?.[0])} />
    </>
  );
}
