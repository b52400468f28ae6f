/** How the people of a site are read, with their roles there: leads first, then by name. */
import { keyOfSiteEditors, keyOfSitePublishers } from '@hub/core/contract';
import { column, one, readModel, sql, type FilterRead, type Frame } from '@hub/core/server';
import { siteRoleFacts, siteRoles } from '@hub/plugins/sites/contract';

export const membershipRead = readModel({
  type: 'SiteMembershipEdge',
  source: 'sites.membership',
  guard: 'member_ref',
  fields: {
    node: one('Member', ({ t }) => `${t}.member_ref`),
    role: column('role'),
    since: column('since'),
    isLastLead: sql((frame) => isLastLeadSql(frame, frame.t)),
  },
  filters: {
    member: { cast: 'text', sql: ({ t }, value) => `${t}.member_ref = ${value()}` },
    writes: ofRolesWith(keyOfSiteEditors),
    publishes: ofRolesWith(keyOfSitePublishers),
  },
  orders: {
    ROLE: {
      descending: false,
      keys: [
        { sql: ({ t }) => `array_position(ARRAY['${siteRoles.join("', '")}'], ${t}.role)`, type: 'int' },
        { sql: ({ e }) => `lower(${e}.title)`, type: 'text' },
        { sql: ({ t }) => `${t}.member_ref`, type: 'text' },
      ],
    },
  },
});

/** Whether a membership (its alias) is of the only one who leads the site. */
export function isLastLeadSql({ alias }: Pick<Frame, 'alias'>, membership: string): string {
  const other = alias();
  return (
    `(${membership}.role = 'LEAD' AND NOT EXISTS (SELECT 1 FROM sites.membership ${other} ` +
    `WHERE ${other}.site_ref = ${membership}.site_ref AND ${other}.role = 'LEAD' AND ${other}.member_ref <> ${membership}.member_ref))`
  );
}

/** True for those whose role brings a key, false for the others. */
function ofRolesWith(keyOf: (site: string) => string): FilterRead {
  const roles = siteRoles.filter((role) => siteRoleFacts[role].keys.some((each) => each === keyOf));
  return {
    cast: 'boolean',
    sql: ({ t }, _value, asked) => `(${t}.role IN ('${roles.join("', '")}')) = ${asked === true}`,
  };
}
