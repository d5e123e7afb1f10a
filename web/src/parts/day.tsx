const formats = [
  new Intl.DateTimeFormat(undefined, { year: 'numeric', timeZone: 'UTC' }),
  new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', timeZone: 'UTC' }),
  new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }),
];

/** dayWords writes a date in the reader's way at the precision that it has: 2022, 2022-08 or 2022-08-17, with or without a time. */
export function dayWords(iso: string): string {
  if (!/^\d{4}(-\d\d(-\d\d)?)?($|T)/.test(iso)) return iso;
  const day = iso.slice(0, 10);
  const format = formats[day.split('-').length - 1];
  const date = new Date(day.length === 4 ? `${day}-01-01` : day.length === 7 ? `${day}-01` : day);
  return format && !Number.isNaN(date.getTime()) ? format.format(date) : iso;
}

/** Where a slider has more steps than these, years take the place of months: forty years. */
const mostMonths = 480;

/** monthsBetween gives the months from one date to another, both taken in, as 2022-08; years where the months would be too many to pick from; none where a date is missing. */
export function monthsBetween(from: string | null | undefined, to: string | null | undefined): string[] {
  if (!from || !to || !/^\d{4}/.test(from) || !/^\d{4}/.test(to)) return [];
  const count = (iso: string, missing: number) => Number(iso.slice(0, 4)) * 12 + (Number(iso.slice(5, 7)) || missing) - 1;
  const first = count(from, 1);
  const last = count(to, 12);
  const step = last - first < mostMonths ? 1 : 12;
  const out: string[] = [];
  for (let m = step === 1 ? first : first - (first % 12); m <= last; m += step) {
    const year = String(Math.floor(m / 12)).padStart(4, '0');
    out.push(step === 1 ? `${year}-${String((m % 12) + 1).padStart(2, '0')}` : year);
  }
  return out;
}

/** A date at its precision; the ISO form stands in its title. */
export function Day({ of }: { of: string }) {
  return (
    <time dateTime={of} title={of}>
      {dayWords(of)}
    </time>
  );
}

/** From one day to another, or the one where they are the same. */
export function Days({ from, to }: { from: string | null; to: string | null }) {
  if (!from && !to) return <span className="soft">no day given</span>;
  if (!from || !to || from === to) return <Day of={(from ?? to)!} />;
  return (
    <span>
      <Day of={from} /> – <Day of={to} />
    </span>
  );
}
