import { useSyncExternalStore } from 'react';

let told = '';
const listeners = new Set<() => void>();

/** Says in the page's status line that something was done. */
export function tell(text: string) {
  told = text;
  for (const one of listeners) one();
  if (text) setTimeout(() => told === text && tell(''), 4000);
}

/** Copies text and says so; where the browser does not let it, says that instead. */
export async function copy(text: string, done: string) {
  try {
    await navigator.clipboard.writeText(text);
    tell(done);
  } catch {
    tell('The browser did not allow copying.');
  }
}

/** The status line, read out by screen readers as it changes. */
export function StatusLine() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => told,
  );
  return (
    <div className="status-line" role="status" data-shown={text !== ''}>
      {text}
    </div>
  );
}
