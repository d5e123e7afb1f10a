import type { CitedFragment } from '../gql/graphql.ts';
import { tabList } from './store.ts';

/** The statements that are collected for a report. The report's own address carries them. */
export const pins = tabList('pins');

/** Pins a statement for the report, or takes it out again. */
export function PinButton({ of }: { of: CitedFragment }) {
  const pinned = pins.use();
  const here = pinned.includes(of.id);
  return (
    <button type="button" className="linklike noprint" aria-pressed={here} onClick={() => pins.set(here ? pinned.filter((id) => id !== of.id) : [...pinned, of.id])}>
      {here ? 'pinned' : 'pin'}
    </button>
  );
}
