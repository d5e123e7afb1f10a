import { useRef } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type Sigma from 'sigma';
import { save } from '../../parts/export.ts';
import { tell } from '../../parts/notice.tsx';
import { graphFile, graphML, readGraph, svg, type Saved } from './files.ts';

interface Props extends Saved {
  renderer: React.RefObject<Sigma | null>;
}

const forms = [
  { id: 'png', label: 'Picture (.png)' },
  { id: 'svg', label: 'Drawing (.svg)' },
  { id: 'graphml', label: 'For other programs (.graphml)' },
  { id: 'json', label: 'Graph and arrangement (.json)' },
];

/** Saves what is drawn. The .json keeps the arrangement too, and can be opened again here by anybody. */
export function FileMenu({ model, spots, renderer }: Props) {
  const act = async (form: string) => {
    if (form === 'png' && renderer.current) {
      const { downloadAsPNG } = await import('@sigma/export-image');
      await downloadAsPNG(renderer.current, { fileName: 'sayso-graph', backgroundColor: getComputedStyle(document.body).backgroundColor });
    }
    if (form === 'svg') save(svg(model, spots), 'sayso-graph.svg', 'image/svg+xml');
    if (form === 'graphml') save(graphML(model, spots), 'sayso-graph.graphml', 'application/graphml+xml');
    if (form === 'json') save(graphFile({ model, spots }, location.href), 'sayso-graph.json', 'application/json');
  };
  return (
    <MenuTrigger>
      <Button className="button">Export the picture</Button>
      <Popover className="menu">
        <Menu aria-label="Export" items={forms} onAction={(key) => void act(String(key))}>
          {(form) => <MenuItem>{form.label}</MenuItem>}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Opens a graph that was saved here. */
export function OpenSaved({ open }: { open: (saved: Saved) => void }) {
  const file = useRef<HTMLInputElement>(null);
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      open(readGraph(await chosen.text()));
    } catch (e) {
      tell((e as Error).message);
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => file.current?.click()}>
        Open a saved graph…
      </button>
      <input ref={file} type="file" accept=".json" hidden aria-label="Open a saved graph" onChange={(e) => void read(e.target.files?.[0])} />
    </>
  );
}
