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
