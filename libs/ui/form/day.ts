/** A day as three boxes, day, month and year, and as the moment that the hub keeps. Pure. */

export interface DayParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const noDay: DayParts = { day: '', month: '', year: '' };

/** The boxes for a kept moment, as the day that it is in the UK. */
export function dayParts(moment: string | null): DayParts {
  if (!moment) return noDay;
  const parts = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: 'Europe/London',
  });
  const [day = '', month = '', year = ''] = parts.format(new Date(moment)).split('/');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** Noon of the day, so that no time zone moves it; null for empty boxes, undefined where they are no day of the calendar. */
export function momentOf({ day, month, year }: DayParts): string | null | undefined {
  if (!day.trim() && !month.trim() && !year.trim()) return null;
  if (!/^\d{1,2}$/.test(day.trim()) || !/^\d{1,2}$/.test(month.trim()) || !/^\d{4}$/.test(year.trim()))
    return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), 12));
  const isReal = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1;
  return isReal ? date.toISOString() : undefined;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/London' });

/** When a day such as 2018-07-01 begins in the UK, or one that is so many days later; null for what is no day. */
export function startOfDay(day: string, later = 0): string | null {
  const [year = NaN, month = NaN, date = NaN] = /^\d{4}-\d\d-\d\d$/.test(day) ? day.split('-').map(Number) : [];
  const midnight = new Date(Date.UTC(year, month - 1, date + later));
  if (Number.isNaN(midnight.getTime()) || new Date(Date.UTC(year, month - 1, date)).getUTCDate() !== date) return null;
  midnight.setUTCHours(-Number(clock.format(midnight)));
  return midnight.toISOString();
}

/** The day in London on which a moment falls, or one so many days later, as it stands in addresses: `2026-03-29`. */
export function dayOf(moment: string, later = 0): string {
  const { day, month, year } = dayParts(moment);
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + later)).toISOString().slice(0, 10);
}
