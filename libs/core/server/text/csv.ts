/** Tables as CSV: RFC 4180, and no cell that a spreadsheet would run. */
import { stringify } from 'csv-stringify/sync';

/** Rows under a line of headings. A cell that begins with = + - @ tab or CR gets an apostrophe before it (T6). */
export function csvOf(headings: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return stringify(
    [headings, ...rows].map((row) => row.map(cell)),
    {
      escape_formulas: true,
      quoted: true,
      quoted_empty: true,
      record_delimiter: '\r\n',
    },
  );
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.join('; ') : String(value);
}
