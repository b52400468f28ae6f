/** A month as two boxes, month and year, and as the hub keeps it: 2016-04. Pure. */

export interface MonthParts {
  readonly month: string;
  readonly year: string;
}

export const noMonth: MonthParts = { month: '', year: '' };

/** The boxes for a kept month. */
export function monthParts(kept: string | null): MonthParts {
  const [year = '', month = ''] = kept?.split('-') ?? [];
  return year && month ? { month: String(Number(month)), year } : noMonth;
}

/** The month as it is kept; null for empty boxes, undefined where they are no month of the calendar. */
export function monthOf({ month, year }: MonthParts): string | null | undefined {
  if (!month.trim() && !year.trim()) return null;
  const number = Number(month.trim());
  if (!/^\d{1,2}$/.test(month.trim()) || !/^\d{4}$/.test(year.trim()) || number < 1 || number > 12) return undefined;
  return `${year.trim()}-${String(number).padStart(2, '0')}`;
}
