/** Dates and times in words, always in UK time: 5 March 2016, 5:30pm. */
const zone = { timeZone: 'Europe/London' } as const;
const dateParts = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', ...zone });
const timeParts = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true, ...zone });

type Moment = string | Date;

/** 5 March 2016 */
export function formatDate(moment: Moment): string {
  return dateParts.format(new Date(moment));
}

/** "April 2016" for a month as the hub keeps it, 2016-04; the text itself where it is no month. */
export function formatMonth(month: string): string {
  const at = new Date(`${month}-01T12:00:00Z`);
  if (Number.isNaN(at.getTime())) return month;
  return at.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** 5:30pm */
export function formatTime(moment: Moment): string {
  return timeParts.format(new Date(moment)).replace(/\s/g, '').toLowerCase().replace(/^0:/, '12:');
}

/** 5 March 2016, 5:30pm */
export function formatDateTime(moment: Moment): string {
  return `${formatDate(moment)}, ${formatTime(moment)}`;
}

/** "40 minutes ago" under a day, else the date. */
export function timeAgo(moment: Moment, now: Date = new Date()): string {
  const minutes = Math.floor((now.getTime() - new Date(moment).getTime()) / 60_000);
  if (minutes < 0 || minutes >= 24 * 60) return formatDate(moment);
  if (minutes < 1) return 'Just now';
  if (minutes < 60) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago`;
  const hours = Math.floor(minutes / 60);
  return `${hours} ${hours === 1 ? 'hour' : 'hours'} ago`;
}

interface TimeProps {
  readonly at: string;
  /** `date` by default; `ago` has the full date as its title. */
  readonly as?: 'date' | 'date-time' | 'ago';
}

/** A moment as a `time` element. */
export function Time({ at, as = 'date' }: TimeProps) {
  const words = { date: formatDate, 'date-time': formatDateTime, ago: timeAgo }[as](at);
  return (
    <time dateTime={at} title={as === 'ago' ? formatDateTime(at) : undefined}>
      {words}
    </time>
  );
}
