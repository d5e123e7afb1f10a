import { useEffect } from 'react';

/** Names the page in the browser's title and history. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = title ? `${title} · Sayso` : 'Sayso';
  }, [title]);
}
