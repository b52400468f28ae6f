/** A day, or a month, in boxes. */
import { DateBoxes, type DateBox } from './date-boxes';
import type { DayParts } from './day';
import type { MonthParts } from './month';

interface DateFieldProps<Parts> {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: Parts;
  readonly onChange: (value: Parts) => void;
}

const monthBoxes: readonly DateBox<keyof MonthParts>[] = [
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
];
const dayBoxes: readonly DateBox<keyof DayParts>[] = [{ part: 'day', label: 'Day', width: 2 }, ...monthBoxes];

/** Three boxes: a day that people know. */
export function DayField({ value, onChange, ...field }: DateFieldProps<DayParts>) {
  const change = (part: keyof DayParts, text: string) => onChange({ ...value, [part]: text });
  return <DateBoxes {...field} boxes={dayBoxes} value={value} onChange={change} />;
}

/** Two boxes: a month of a year. */
export function MonthField({ value, onChange, ...field }: DateFieldProps<MonthParts>) {
  const change = (part: keyof MonthParts, text: string) => onChange({ ...value, [part]: text });
  return <DateBoxes {...field} boxes={monthBoxes} value={value} onChange={change} />;
}
