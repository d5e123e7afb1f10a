import { useParams } from '../../app/address.ts';
import { datePattern, filterNames } from './filters.ts';

const fields: { name: (typeof filterNames)[number]; label: string; hint: string }[] = [
  { name: 'asOf', label: 'As of', hint: 'today' },
  { name: 'since', label: 'Since', hint: 'the beginning' },
  { name: 'knownAt', label: 'Known at', hint: 'now' },
  { name: 'speaker', label: 'Speaker', hint: 'anybody' },
  { name: 'via', label: 'Channel or outlet', hint: 'any' },
];

/** What a check box takes in besides, by the parameter that it sets. */
const besides = { hedged: 'hedged too', stances: 'thoughts and feelings too' };

/** The controls that narrow an answer; they change the address, and the address gives the answer. */
export function FilterForm({ names = filterNames, too = 'hedged', what = 'the answer' }: { names?: readonly string[]; too?: keyof typeof besides | 'none'; what?: string }) {
  const { get, change } = useParams();
  const shown = fields.filter((f) => names.includes(f.name));
  const submit = (form: HTMLFormElement) => {
    if (!form.reportValidity()) return;
    const data = new FormData(form);
    change({ ...Object.fromEntries(shown.map(({ name }) => [name, String(data.get(name) ?? '').trim()])), [too]: data.get(too) ? '1' : '' });
  };
  const narrowed = shown.filter((f) => get(f.name) !== '');
  return (
    <>
    {narrowed.length > 0 && <p className="printed">Narrowed: {narrowed.map((f) => `${f.label.toLowerCase()} ${get(f.name)}`).join(', ')}.</p>}
    <details className="narrow noprint" open={roomy() || shown.some((f) => get(f.name) !== '') || get(too) !== ''}>
      <summary className="small soft">Narrow {what}: {[...shown.map((f) => f.label.toLowerCase()), ...(too === 'none' ? [] : [besides[too]])].join(', ')}</summary>
    <form
      className="filters"
      aria-label={`Narrow ${what}`}
      onSubmit={(e) => (e.preventDefault(), submit(e.currentTarget))}
      key={[...shown.map((f) => get(f.name)), get(too)].join('|')}
    >
      {shown.map(({ name, label, hint }) => (
        <label className="field" key={name}>
          {label}
          <input
            name={name}
            defaultValue={get(name)}
            placeholder={hint}
            autoComplete="off"
            {...(name === 'speaker' || name === 'via' ? {} : { pattern: datePattern, title: 'A year, a month or a day: 2022, 2022-08 or 2022-08-17', inputMode: 'numeric' as const })}
          />
        </label>
      ))}
      {too !== 'none' && (
        <label className="check">
          <input type="checkbox" name={too} defaultChecked={get(too) === '1'} /> {besides[too]}
        </label>
      )}
      <span className="row">
        <button className="button" type="submit">
          Apply
        </button>
        {(shown.some((f) => get(f.name)) || get(too)) && (
          <button className="button" type="button" onClick={() => change({ ...Object.fromEntries(shown.map((f) => [f.name, ''])), [too]: '' })}>
            Clear
          </button>
        )}
      </span>
    </form>
    </details>
    </>
  );
}

/** roomy reports whether the controls may stand open from the beginning; on a telephone they would push the answer off the screen. */
function roomy(): boolean {
  return matchMedia('(min-width: 48rem)').matches;
}
