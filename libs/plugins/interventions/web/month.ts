/** Months as the hub keeps them, 2016-04, in words. */

/** "April 2016"; the text itself where it is no month. */
export function monthWords(month: string): string {
  const at = new Date(`${month}-01T12:00:00Z`);
  if (Number.isNaN(at.getTime())) return month;
  return at.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
