/** Times of the day and week as people in the United Kingdom keep them, through summer time. Pure. */

export type Weekday = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';

/** Every day at this time, or on these days of the week alone. */
export interface Calendar {
  /** Hours and minutes on a London clock, such as `08:00`. */
  readonly at: `${number}:${number}`;
  readonly on?: readonly Weekday[];
}

const zone = 'Europe/London';
const dayMs = 24 * 60 * 60_000;

/**
 * The first moment of a calendar after another. A time that the clock skips when it goes forward falls an hour later by that
 * clock; one that it shows twice when it goes back counts once, the first time. So there is one on each of its days.
 */
export function nextTime(calendar: Calendar, after: Date): Date {
  for (let day = 0; day <= 8; day += 1) {
    const date = londonDay(new Date(Date.parse(`${londonDay(after)}T12:00:00Z`) + day * dayMs));
    if (calendar.on && !calendar.on.includes(weekdayOf(date))) continue;
    const moment = momentOf(date, calendar.at);
    if (moment > after) return moment;
  }
  throw new Error(`No day fits the calendar ${JSON.stringify(calendar)}.`);
}

/** The day that it is in London, such as 2018-03-25. */
export function londonDay(moment: Date): string {
  return partsOf(moment).slice(0, 10);
}

/** What a London clock shows at a moment, such as 08:00. */
export function londonTime(moment: Date): string {
  return partsOf(moment).slice(11);
}

/** The day of the week of a day such as 2018-03-25. */
export function weekdayOf(day: string): Weekday {
  const name = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
  return name.format(new Date(`${day}T12:00:00Z`)) as Weekday;
}

/** The moment at which a London clock first shows this time on this day. */
function momentOf(day: string, time: string): Date {
  const asUtc = Date.parse(`${day}T${time.padStart(5, '0')}:00Z`);
  const wanted = `${day} ${time.padStart(5, '0')}`;
  const summer = new Date(asUtc - 60 * 60_000);
  return partsOf(summer) === wanted ? summer : new Date(asUtc);
}

const londonClock = new Intl.DateTimeFormat('en-CA', {
  ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

/** `2018-03-25 01:00` */
function partsOf(moment: Date): string {
  return londonClock.format(moment).replace(', ', ' ');
}
