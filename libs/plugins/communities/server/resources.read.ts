/** How what is pinned in a community is read: by whoever sees inside, and of that only what they may see itself. */
import { any, entityColumn, list, readExtension, readModel, sql, type Frame } from '@hub/core/server';
import { pinnableKinds } from '@hub/plugins/communities/contract';
import { facilitate } from './communities.policy';
import { seesInside } from './community.read';

const mostFound = 10;

export const resourceRead = readModel({
  type: 'CommunityResource',
  guard: 'subject_ref',
  fields: {
    subject: any(({ t }) => `${t}.subject_ref`),
    title: entityColumn('title'),
    owner: sql((frame) => {
      const o = frame.alias();
      return `SELECT ${o}.title FROM core.entity ${o} WHERE ${o}.ref = ${frame.e}.owner_ref AND ${frame.visible(o)}`;
    }),
  },
});

export const communityResources = readExtension({
  type: 'Community',
  fields: {
    resources: list('CommunityResource', {
      from: ({ t }) => `communities.resource AS ${t}`,
      where: ({ t, parent }) => `${t}.community_ref = ${parent.t}.ref AND ${seesInside(parent)}`,
      orderBy: ({ t }) => `${t}.place, ${t}.subject_ref`,
    }),
    thingsToPin: list('CommunityResource', {
      from: (frame) => `${found(frame)} AS ${frame.t}`,
      where: ({ parent }) => parent.can(facilitate.id),
      orderBy: ({ e }) => `${e}.title, ${e}.ref`,
    }),
  },
});

function found(frame: Frame): string {
  const [e, r] = [frame.alias(), frame.alias()];
  const kinds = pinnableKinds.map((kind) => `'${kind}'`).join(', ');
  return (
    `(SELECT ${e}.ref AS subject_ref FROM core.entity ${e} WHERE ${e}.kind IN (${kinds}) AND ${frame.visible(e)} ` +
    `AND ${e}.ref <> ${frame.parent.t}.ref AND ${e}.title ILIKE ${frame.arg('named', 'text', anywhere)} AND NOT EXISTS (SELECT FROM communities.resource ${r} ` +
    `WHERE ${r}.community_ref = ${frame.parent.t}.ref AND ${r}.subject_ref = ${e}.ref) ` +
    `ORDER BY ${e}.title, ${e}.ref LIMIT ${mostFound})`
  );
}

function anywhere(words: string): string {
  return `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
}
