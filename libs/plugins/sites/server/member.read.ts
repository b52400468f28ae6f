/** How members are read. */
import { alphabetical, column, entityColumn, list, readModel } from '@hub/core/server';
import { memberKind } from '@hub/plugins/sites/contract';

export const memberRead = readModel({
  type: 'Member',
  source: 'sites.member',
  kind: memberKind,
  guard: 'ref',
  fields: {
    displayName: entityColumn('title'),
    roleTitle: column('role_title'),
    professionalGroup: column('professional_group'),
    sites: list('Site', {
      where: ({ t, parent, alias }) => {
        const m = alias();
        return `EXISTS (SELECT 1 FROM sites.membership ${m} WHERE ${m}.site_ref = ${t}.ref AND ${m}.member_ref = ${parent.t}.ref)`;
      },
      orderBy: ({ t, e }) => `${e}.title, ${t}.ref`,
    }),
    skills: column('skills'),
    bio: column('bio'),
    illustrative: column('illustrative'),
  },
  orders: {
    NAME: alphabetical(
      ({ e }) => `lower(${e}.title)`,
      ({ t }) => `${t}.ref`,
    ),
  },
});
