import { useState } from 'react';
import { Failure } from './states.tsx';

let lastName = '';

/** Who decides, and why: nothing is changed in the graph without both. The name is kept until the tab is closed. */
export function DecisionForm({ label, decide, onCancel }: { label: string; decide: (by: string, reason: string) => Promise<void>; onCancel?: () => void }) {
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const submit = async (form: FormData) => {
    const by = String(form.get('by')).trim();
    const reason = String(form.get('reason')).trim();
    if (!by || !reason) return setError(new Error('Say who you are and why, in a few words.'));
    lastName = by;
    setBusy(true);
    setError(undefined);
    try {
      await decide(by, reason);
    } catch (e) {
      setError(e as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="decision" onSubmit={(e) => (e.preventDefault(), void submit(new FormData(e.currentTarget)))}>
      <div className="filters">
        <label className="field">
          Your name
          <input name="by" defaultValue={lastName} required maxLength={100} autoComplete="name" />
        </label>
        <label className="field">
          Why
          <input name="reason" required maxLength={1000} autoComplete="off" />
        </label>
        <span className="row">
          <button className="button main" disabled={busy}>
            {busy ? 'Saving…' : label}
          </button>
          {onCancel && (
            <button type="button" className="button" onClick={onCancel}>
              Cancel
            </button>
          )}
        </span>
      </div>
      {error && <Failure error={error} />}
    </form>
  );
}
