/** How often mail comes, in the words of the pages. */
import type { MailDay, MailFrequency } from '@hub/graphql';

export const frequencies: Readonly<Record<MailFrequency, string>> = {
  AT_ONCE: 'At once',
  DAILY: 'Every day',
  WEEKLY: 'Every week',
  NEVER: 'Never',
};

export const days: Readonly<Record<MailDay, string>> = {
  MONDAY: 'Monday',
  TUESDAY: 'Tuesday',
  WEDNESDAY: 'Wednesday',
  THURSDAY: 'Thursday',
  FRIDAY: 'Friday',
  SATURDAY: 'Saturday',
  SUNDAY: 'Sunday',
};

/** What stands for "as the settings above say" among the frequencies. */
export const asAbove = 'AS_ABOVE';
export type Chosen = MailFrequency | typeof asAbove;

/** The choices of a box for one follow, or for what is addressed to the reader. */
export function frequencyChoices(asAboveWords: string): { value: Chosen; label: string }[] {
  return [{ value: asAbove, label: asAboveWords }, ...choicesOf(frequencies)];
}

/** A table of words as the choices of a field. */
export function choicesOf<Value extends string>(words: Readonly<Record<Value, string>>) {
  return (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }));
}

export const chosenOf = (frequency: MailFrequency | null): Chosen => frequency ?? asAbove;
export const frequencyOf = (chosen: Chosen): MailFrequency | null => (chosen === asAbove ? null : chosen);
