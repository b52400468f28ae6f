/** How administrators read sites: how many lead them and belong to them. */
import { keyOfSiteLeads, keyOfSiteMembers } from '@hub/core/contract';
import { column, indexableSql, one, readModel, sql, type Frame } from '@hub/core/server';
import { siteKind } from '@hub/plugins/sites/contract';
import { forAdministrators } from './administrators-only';

/** Accounts that hold the key which a site's reference, written after this prefix, makes. */
const holders =
  (prefix: string) =>
  ({ t, alias }: Frame): string => {
    const a = alias();
    return `SELECT count(*)::int FROM core.account ${a} WHERE ('${prefix}' || ${t}.ref) = ANY(${a}.keys)`;
  };

export const managedSiteRead = readModel({
  type: 'ManagedSite',
  source: `(SELECT ref FROM core.entity WHERE kind = '${siteKind}')`,
  guard: 'ref',
  always: forAdministrators,
  fields: {
    id: column('ref'),
    site: one('Site', ({ t }) => `${t}.ref`),
    leads: sql(holders(keyOfSiteLeads(''))),
    members: sql(holders(keyOfSiteMembers(''))),
    isIndexable: sql(({ e }) => indexableSql(e)),
  },
  orders: {
    NAME: {
      descending: false,
      keys: [
        { sql: ({ e }) => `lower(${e}.title)`, type: 'text' },
        { sql: ({ t }) => `${t}.ref`, type: 'text' },
      ],
    },
  },
});
