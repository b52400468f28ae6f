/** How members are read. */
import { keyOfRole, networkRoles } from '@hub/core/contract';
import { alphabetical, column, entityColumn, list, readModel, sql, type Frame } from '@hub/core/server';
import { memberKind, memberPage } from '@hub/plugins/sites/contract';

export const memberRead = readModel({
  type: 'Member',
  source: 'sites.member',
  kind: memberKind,
  guard: 'ref',
  everyEntity: true,
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
    interests: column('interests'),
    modelTypes: list('ModelType', {
      where: ({ t, parent }) => `${t}.ref = ANY(${parent.e}.care_models)`,
      orderBy: ({ t }) => `${t}.position`,
    }),
    pronouns: column('pronouns'),
    photo: sql(photo),
    networkRoles: sql(networkRolesHeld),
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

/** Where the photo is, with a mark that changes when it does. */
function photo({ t, alias }: Frame): string {
  const p = alias();
  const [before, after] = memberPage.split(':name');
  const path = `'${before ?? ''}' || split_part(${t}.ref, '/', 2) || '${after ?? ''}/photo?' || ${p}.mark`;
  return `SELECT ${path} FROM sites.member_photo ${p} WHERE ${p}.member_ref = ${t}.ref`;
}

function networkRolesHeld({ t, alias }: Frame): string {
  const a = alias();
  const roles = networkRoles.map((role) => `('${keyOfRole(role)}', '${role.toUpperCase()}')`).join(', ');
  return (
    `ARRAY(SELECT role.name FROM (VALUES ${roles}) AS role (key, name) ` +
    `JOIN core.account ${a} ON ${a}.ref = ${t}.ref AND role.key = ANY(${a}.keys))`
  );
}
