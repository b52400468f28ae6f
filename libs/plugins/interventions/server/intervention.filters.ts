/** By what a list of interventions can be narrowed. Text never looks into drafts. */
import { careModelRef } from '@hub/core/contract';
import type { FilterRead } from '@hub/core/server';
import { siteNamed } from '@hub/plugins/sites/contract';

export const interventionFilters: Readonly<Record<string, FilterRead>> = {
  modelTypes: {
    cast: 'text[]',
    map: (codes: string[]) => codes.map(careModelRef),
    sql: ({ e }, value) => `${e}.care_models && ${value()}`,
  },
  sites: {
    cast: 'text[]',
    map: (slugs: string[]) => slugs.map(siteNamed),
    sql: ({ t }, value) => `${t}.site_ref = ANY(${value()})`,
  },
  maturity: { cast: 'text[]', sql: ({ t }, value) => `${t}.maturity = ANY(${value()})` },
  status: { cast: 'text[]', sql: ({ t }, value) => `${t}.status = ANY(${value()})` },
  text: {
    cast: 'text',
    map: (text: string) => `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`,
    sql: ({ t, e }, value) =>
      `concat_ws(' ', ${e}.title, ${e}.summary, interventions.told_of(${t}.ref)) ILIKE ${value()}`,
  },
};
