/** By what a list of evaluations can be narrowed. */
import { careModelRef } from '@hub/core/contract';
import type { FilterRead } from '@hub/core/server';
import { siteNamed } from '@hub/plugins/sites/contract';

export const evaluationFilters: Readonly<Record<string, FilterRead>> = {
  about: { cast: 'text', sql: ({ t }, value) => `${t}.about_ref = ${value()}` },
  sites: {
    cast: 'text[]',
    map: (slugs: string[]) => slugs.map(siteNamed),
    sql: ({ t }, value) => `${t}.site_ref = ANY(${value()})`,
  },
  modelTypes: {
    cast: 'text[]',
    map: (codes: string[]) => codes.map(careModelRef),
    sql: ({ e }, value) => `${e}.care_models && ${value()}`,
  },
  verdicts: { cast: 'text[]', sql: ({ t }, value) => `${t}.verdict = ANY(${value()})` },
  status: { cast: 'text[]', sql: ({ t }, value) => `${t}.status = ANY(${value()})` },
  text: {
    cast: 'text',
    map: (text: string) => `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`,
    sql: ({ t, e }, value) => `concat_ws(' ', ${e}.title, ${e}.summary, ${t}.findings) ILIKE ${value()}`,
  },
};
