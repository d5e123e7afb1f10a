import { useQueryClient } from '@tanstack/react-query';
import { memo, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { to, useParams } from '../../app/address.ts';
import { Failure } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.ts';
import { count } from '../../parts/words.ts';
import { fromAddresses, fromFile, type Item, type Refused } from './inputs.ts';
import { send, type Result } from './send.ts';

/** Brings articles in: pasted, dropped as files, or by address. Tells what was read of each, and why one was refused. */
export function BringPage() {
  useTitle('Bring articles in');
  const run = useRun();
  const take = (given: (Item | Refused)[]) => void run.start(given);
  return (
    <>
      <h1>Bring articles in</h1>
      <p>What is brought in is stored whole, read, and tied to its exact words. Doing it twice changes nothing.</p>
      <div className="columns">
        <Paste take={take} busy={run.busy} />
        <Files take={take} busy={run.busy} />
        <Addresses take={take} busy={run.busy} />
      </div>
      {run.error && <Failure error={run.error} />}
      {run.rows.length > 0 && <Results of={run} />}
    </>
  );
}

interface Row {
  name: string;
  refused?: string;
  result?: Result;
}

function useRun() {
  const [rows, setRows] = useState<Row[]>([]);
  const [done, setDone] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const cache = useQueryClient();
  const abort = useRef<AbortController>(null);
  const start = async (given: (Item | Refused)[]) => {
    const items = given.filter((g): g is Item => 'article' in g);
    const places = given.flatMap((g, i) => ('article' in g ? [i] : []));
    setRows(given.map((g) => ('article' in g ? { name: g.name } : { name: g.name, refused: g.reason })));
    setDone(0);
    setError(undefined);
    setBusy(true);
    abort.current = new AbortController();
    try {
      await send(items, (at, result) => setRows((now) => now.map((row, i) => (i === places[at] ? { ...row, result } : row))), setDone, abort.current.signal);
    } catch (e) {
      if (!abort.current.signal.aborted) setError(e as Error);
    } finally {
      setBusy(false);
      await cache.invalidateQueries();
    }
  };
  return { rows, done, busy, error, start, stop: () => abort.current?.abort() };
}

interface Way {
  take: (given: (Item | Refused)[]) => void;
  busy: boolean;
}

function Paste({ take, busy }: Way) {
  const { get } = useParams();
  const submit = (data: FormData) => {
    const text = (name: string) => String(data.get(name) ?? '').trim() || undefined;
    const body = text('text');
    if (body) take([{ name: text('title') ?? 'Pasted text', article: { text: body, title: text('title'), publisher: text('publisher'), publishedAt: text('publishedAt'), url: text('url') } }]);
  };
  return (
    <section>
      <h2>Paste a text</h2>
      <form className="stack" onSubmit={(e) => (e.preventDefault(), submit(new FormData(e.currentTarget)))}>
        <label className="field">
          Text
          <textarea name="text" rows={8} required defaultValue={get('text')} dir="auto" />
        </label>
        {[
          ['title', 'Headline'],
          ['publisher', 'Outlet'],
          ['publishedAt', 'Published on'],
          ['url', 'Address'],
        ].map(([name, label]) => (
          <label className="field" key={name}>
            {label}
            <input name={name} defaultValue={get(name!)} autoComplete="off" />
          </label>
        ))}
        <button className="button main" disabled={busy}>
          Read it
        </button>
      </form>
    </section>
  );
}

function Files({ take, busy }: Way) {
  const [over, setOver] = useState(false);
  const read = async (files: FileList | null) => files && take((await Promise.all([...files].map(fromFile))).flat());
  return (
    <section>
      <h2>Files</h2>
      <label
        className={over ? 'drop over' : 'drop'}
        onDragOver={(e) => (e.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={(e) => (e.preventDefault(), setOver(false), void read(e.dataTransfer.files))}
      >
        <span>Drop files here, or choose them: .txt, .md, .html, .json, .jsonl</span>
        <input type="file" multiple disabled={busy} accept=".txt,.md,.html,.htm,.json,.jsonl,.ndjson" onChange={(e) => void read(e.target.files)} />
      </label>
      <p className="soft small">
        For folders: <code>sayso ingest FOLDER/</code>
      </p>
    </section>
  );
}

function Addresses({ take, busy }: Way) {
  const { get } = useParams();
  return (
    <section>
      <h2>Addresses</h2>
      <form className="stack" onSubmit={(e) => (e.preventDefault(), take(fromAddresses(String(new FormData(e.currentTarget).get('addresses') ?? ''))))}>
        <label className="field">
          One a line; the server fetches them
          <textarea name="addresses" rows={4} required defaultValue={get('text') ? '' : get('url')} inputMode="url" />
        </label>
        <button className="button main" disabled={busy}>
          Fetch and read
        </button>
      </form>
      <Bookmarklet />
    </section>
  );
}

/** A bookmark that opens this page with the address of the page one is at. React writes no such address, so the element is given it by hand. */
function Bookmarklet() {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    link.current?.setAttribute('href', `javascript:location.href=${JSON.stringify(`${location.origin}/bring?url=`)}+encodeURIComponent(location.href)`);
  }, []);
  return (
    <p className="small">
      Drag{' '}
      <a ref={link} className="chip" onClick={(e) => e.preventDefault()}>
        To Sayso
      </a>{' '}
      to your bookmarks; it opens this page with the address of the page you are at.
    </p>
  );
}

function Results({ of: run }: { of: ReturnType<typeof useRun> }) {
  const open = run.rows.filter((r) => !r.refused).length;
  return (
    <section>
      <h2>What became of them</h2>
      <p role="status">{run.busy ? `${run.done} of ${open} read…` : 'Done'}</p>
      <p className="soft small">{summary(run.rows)}</p>
      {run.busy && (
        <p>
          <progress value={run.done} max={open} aria-label="Progress" />{' '}
          <button type="button" className="button" onClick={run.stop}>
            Stop
          </button>
        </p>
      )}
      <ul className="stack">
        {run.rows.map((row, i) => (
          <Outcome key={i} of={row} />
        ))}
      </ul>
    </section>
  );
}

/** summary counts what became of the articles so far. */
function summary(rows: Row[]): string {
  const refused = rows.filter((r) => r.refused !== undefined || r.result?.error).length;
  const stored = rows.filter((r) => r.result?.article);
  const fresh = stored.filter((r) => r.result?.isNew).length;
  const told = [fresh > 0 && count(fresh, 'new article'), stored.length > fresh && `${stored.length - fresh} here already`, refused > 0 && `${refused} refused`];
  return told.filter(Boolean).join(', ');
}

/** What became of one article. Thousands may stand in the list, and each is drawn anew only when its own result comes. */
const Outcome = memo(function Outcome({ of: { name, refused, result } }: { of: Row }) {
  const why = refused ?? result?.error?.message;
  return (
    <li className="card">
      <strong>
        {result?.article ? <Link href={to.article(result.article.id)}>{result.article.title ?? name}</Link> : <bdi>{name}</bdi>}
      </strong>{' '}
      {why && <span className="tag contested">refused</span>}
      {why && <p>{why}</p>}
      {result?.article && (
        <span className="soft small">
          {result.isNew ? `${count(result.added.statements, 'statement')}, ${count(result.added.claims, 'new claim')}, ${count(result.added.entities, 'new actor')}` : 'it was here already; nothing changed'}
        </span>
      )}
      {result?.unreadReason && <p>Stored, and not read: {result.unreadReason}</p>}
      {result && result.leftOut.length > 0 && (
        <details>
          <summary>{count(result.leftOut.length, 'item')} of its reading could not be stored</summary>
          <ul className="small">
            {result.leftOut.map((l) => (
              <li key={l.what}>
                {l.what}: {l.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
});
