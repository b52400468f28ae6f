/** How the people of a site are read, with their roles there: leads first, then by name. */
import { column, one, readModel } from '@hub/core/server';
import { siteRoles } from '@hub/plugins/sites/contract';

export const membershipRead = readModel({
  type: 'SiteMembershipEdge',
  source: 'sites.membership',
  guard: 'member_ref',
  fields: {
    node: one('Member', ({ t }) => `${t}.member_ref`),
    role: column('role'),
    since: column('since'),
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
