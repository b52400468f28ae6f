/** How credits gather in a draft: one for each part and record, newest thanks last. Pure. */
import type { Credit, NewCredit } from '@hub/plugins/interventions/contract';

/** The credits of a draft after a change was taken in that its next version will be the first to have. */
export function withCredits(credits: readonly Credit[], added: readonly NewCredit[], number: number): Credit[] {
  const isAgain = (one: Credit) =>
    added.some(({ from, part, key }) => from === one.from && part === one.part && key === one.key);
  return [...credits.filter((one) => !isAgain(one)), ...added.map((one) => ({ ...one, number }))];
}
