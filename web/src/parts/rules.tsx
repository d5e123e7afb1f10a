/** The ids of the reader's rules that made a claim; nothing where a person or a model made it. */
export function Rules({ of }: { of: string[] }) {
  if (of.length === 0) return null;
  return (
    <div className="soft rules">
      Read by{' '}
      {of.map((rule, i) => (
        <span key={rule}>
          {i > 0 && ', '}
          <code>{rule}</code>
        </span>
      ))}
    </div>
  );
}
