/** The monthly series of the demonstration network, summarised as single figures. Pure. */
import { demonstrationNetwork } from '@hub/demonstration';
import type { FigureFact } from './evaluation.record';

/** The mean of the months from one to another, both included, to one decimal; months without a value are left out. */
export function meanOf(measure: string, label: string, from: string, to: string): FigureFact {
  const found = demonstrationNetwork.measures.find(({ slug }) => slug === measure);
  const values = (found?.series ?? [])
    .filter(({ month }) => month >= from && month <= to)
    .flatMap(({ value }) => (value === null ? [] : [value]));
  if (!found || values.length === 0) throw new Error(`"${measure}" has no values from ${from} to ${to}.`);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { label, value: Math.round(mean * 10) / 10, unit: found.unit };
}
