/** How long a bar of a chart of time lasts. */
export type Period = 'day' | 'month' | 'year';

/** firstInstant gives the beginning of a year, month or day: 2022, 2022-08 or 2022-08-17. */
export function firstInstant(date: string): Date {
  return new Date(`${date}${'-01-01'.slice(date.length - 4)}`.slice(0, 10));
}

/** periodOf gives the year, month or day that an instant lies in. */
export function periodOf(at: Date, by: Period): string {
  return at.toISOString().slice(0, { day: 10, month: 7, year: 4 }[by]);
}
