import type { UseQueryResult } from '@tanstack/react-query';
import { ApiError } from '../api/request.ts';
import { address } from '../app/address.ts';

/** An error in words, with a way to try again, or to sign in where the session has ended. */
export function Failure({ error, again }: { error: Error; again?: () => void }) {
  const code = error instanceof ApiError ? error.code : 'ERROR';
  if (code === 'UNAUTHENTICATED') return <SignedOut again={again} />;
  return (
    <div className="notice error" role="alert">
      <p>{sentence(error.message)}</p>
      {again && code !== 'INVALID_INPUT' && <Again again={again} />}
    </div>
  );
}

function Again({ again }: { again: () => void }) {
  return (
    <p>
      <button type="button" className="button" onClick={again}>
        Try again
      </button>
    </p>
  );
}

// Signing in happens in a tab of its own, for on this page may stand what somebody has typed.
function SignedOut({ again }: { again?: () => void }) {
  return (
    <div className="notice error" role="alert">
      <p>
        You are no longer signed in.{' '}
        <a href={address('/signin', { next: location.pathname + location.search })} target="_blank" rel="noopener">
          Sign in (in a new tab)
        </a>
        , then come back here{again ? '' : ' and do it again; what you typed is still here'}.
      </p>
      {again && <Again again={again} />}
    </div>
  );
}

/** sentence makes an error's words one: a capital first, a stop at the end. */
export function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?”"]$/.test(first) ? first : `${first}.`;
}

/** What stands where an answer is being waited for; seen only after 300 ms. */
export function Waiting() {
  return (
    <p className="waiting" aria-busy="true">
      Asking…
    </p>
  );
}

/** Shows an answer, or else why there is none yet. */
export function Answered<R>({ query, children }: { query: UseQueryResult<R, Error>; children: (answer: R) => React.ReactNode }) {
  if (query.isPending) return <Waiting />;
  if (query.isError) return <Failure error={query.error} again={() => void query.refetch()} />;
  return <div aria-busy={query.isPlaceholderData}>{children(query.data)}</div>;
}

/** Nothing was found, told with what to do. */
export function Nothing({ children }: { children: React.ReactNode }) {
  return <div className="notice">{children}</div>;
}
