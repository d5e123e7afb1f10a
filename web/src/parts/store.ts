import { useSyncExternalStore } from 'react';

/** A list of ids that this tab keeps until it is closed: something collected, not how a page looks, which stands in the address. */
export function tabList(name: string) {
  let ids: string[] = read();
  const listeners = new Set<() => void>();

  function read(): string[] {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]');
      return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
    } catch {
      return [];
    }
  }
  function set(next: string[]) {
    ids = next;
    try {
      sessionStorage.setItem(name, JSON.stringify(ids));
    } catch {
      // Without storage the list lives as long as the page.
    }
    for (const one of listeners) one();
  }
  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }
  return { set, use: () => useSyncExternalStore(subscribe, () => ids) };
}
