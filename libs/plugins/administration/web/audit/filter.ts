/** What part of the audit log an address asks for. */
import type { AuditFilter, AuditOutcome } from '@hub/graphql';
import { startOfDay } from '@hub/ui';

export const filterNames = ['who', 'what', 'about', 'outcome', 'from', 'to'] as const;
export type FilterName = (typeof filterNames)[number];
export type FilterValues = Readonly<Record<FilterName, string>>;

/** The values of an address; empty texts where it says nothing. */
export function valuesIn(search: string): FilterValues {
  const params = new URLSearchParams(search);
  return Object.fromEntries(filterNames.map((name) => [name, params.get(name) ?? ''])) as FilterValues;
}

/** The same for the hub. Days are those of the UK, as all times on pages are; the last one counts to its end. */
export function filterOf({ who, what, about, outcome, from, to }: FilterValues): AuditFilter {
  return {
    who: who.trim() || null,
    what: what.trim() || null,
    about: about.trim() || null,
    outcome: outcome === 'DONE' || outcome === 'REFUSED' ? (outcome as AuditOutcome) : null,
    from: startOfDay(from),
    to: startOfDay(to, 1),
  };
}

/** An address with these values, from the first page on. */
export function addressOf(page: string, values: FilterValues): string {
  const given = filterNames.filter((name) => values[name].trim() !== '');
  const params = new URLSearchParams(given.map((name) => [name, values[name].trim()]));
  return given.length ? `${page}?${params.toString()}` : page;
}
