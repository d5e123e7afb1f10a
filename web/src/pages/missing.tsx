import { Link } from 'wouter';
import { useTitle } from '../parts/title.ts';

/** A stale or mistyped address. */
export function MissingPage({ what = 'There is no page at this address.' }: { what?: string }) {
  useTitle('Not found');
  return (
    <div className="notice">
      <h1>Not here</h1>
      <p>{what} Ask for it in the box above, or go to <Link href="/">the start page</Link>.</p>
    </div>
  );
}
