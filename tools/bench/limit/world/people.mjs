/** Sites, members with the keys of their roles, and communities of all three kinds with whoever is in them. */
import { pick, upTo } from './chance.mjs';
import { textOf, titleOf } from './words.mjs';

export const at = `timestamptz '2015-01-05 09:00:00Z'`;
export const site = (n) => `'site:network/bench-' || (${n})`;
export const member = (n) => `'member:network/bench-' || (${n})`;
export const community = (n) => `'community:network/bench-' || (${n})`;
/** One of the five care models. */
export const careModel = (n) =>
  `'care-model:network/' || (ARRAY['mcp', 'pacs', 'ehch', 'uec', 'acc'])[(${n})::bigint % 5 + 1]`;
/** The site that a member belongs to. */
export const siteOfMember = (n, { sites }) => `((${n})::bigint % ${sites} + 1)`;
/** Every third community is open, every third closed, every third private. */
export const kindOfCommunity = (n) => `(ARRAY['OPEN', 'CLOSED', 'PRIVATE'])[(${n})::bigint % 3 + 1]`;
/** What a viewer needs to see that a community is there. */
export const needsOfCommunity = (n) =>
  `CASE WHEN (${n})::bigint % 3 = 2 THEN ARRAY[${community(n)}] ELSE '{network}' END`;

const membersOfCommunity = 40;
const role = `CASE WHEN n <= sites THEN 'LEAD' WHEN n % 10 = 0 THEN 'ENGINE_ROOM' ELSE 'MEMBER' END`;

export function peopleStatements(world) {
  const { sites, members, communities } = world;
  const here = site(siteOfMember('n', world));
  const roles = role.replace('sites', sites);
  const keysOfRole = (prefixes) => `ARRAY(SELECT p || ${here} FROM unnest(ARRAY[${prefixes.map((p) => `'${p}'`)}]) p)`;
  return [
    [
      `INSERT INTO core.entity (ref, kind, title, summary, care_models, visibility, needs, created_at, updated_at)
       SELECT ${site('n')}, 'site', 'Site ' || n, ${textOf('n', 21, 1, world)}, ARRAY[${careModel('n')}], 'public', '{}', ${at}, ${at} FROM ${upTo(sites)}`,
    ],
    [
      `INSERT INTO sites.site (ref, population_segments, localities, partners, context_factors, prior_history, engine_room, illustrative)
       SELECT ${site('n')}, '{}', '{}', '[]', '[]', '[]', '[]', true FROM ${upTo(sites)}`,
    ],
    [
      `INSERT INTO core.entity (ref, kind, title, summary, care_models, visibility, needs, created_at, updated_at)
       SELECT ${member('n')}, 'member', ${titleOf('n', 22, world)}, 'Nurse', ARRAY[${careModel(siteOfMember('n', world))}], 'network', '{network}', ${at}, ${at} FROM ${upTo(members)}`,
    ],
    [
      `INSERT INTO sites.member (ref, role_title, skills, interests, illustrative) SELECT ${member('n')}, 'Nurse', '{}', '{}', true FROM ${upTo(members)}`,
    ],
    [
      `INSERT INTO sites.membership (site_ref, member_ref, since, role) SELECT ${here}, ${member('n')}, ${at}, ${roles} FROM ${upTo(members)}`,
    ],
    [
      `INSERT INTO core.entity (ref, kind, title, summary, care_models, community_ref, visibility, needs, created_at, updated_at)
       SELECT ${community('n')}, 'community', 'Community ' || n, ${textOf('n', 23, 1, world)}, ARRAY[${careModel('n')}], ${community('n')},
         CASE WHEN n % 3 = 2 THEN 'community' ELSE 'network' END, ${needsOfCommunity('n')}, ${at}, ${at} FROM ${upTo(communities)}`,
    ],
    [
      `INSERT INTO communities.community (ref, kind, created_at) SELECT ${community('n')}, ${kindOfCommunity('n')}, ${at} FROM ${upTo(communities)}`,
    ],
    [
      `INSERT INTO core.account (ref, keys)
       SELECT ${member('n')}, ARRAY['public', 'network', 'takes-part', ${member('n')}]
         || ${keysOfRole(['', 'drafts:', 'edits:'])}
         || CASE WHEN ${roles} <> 'MEMBER' THEN ${keysOfRole(['evaluates:', 'publishes:'])} ELSE '{}' END
         || CASE WHEN ${roles} = 'LEAD' THEN ${keysOfRole(['leads:'])} ELSE '{}' END
       FROM ${upTo(members)}`,
    ],
    [
      `INSERT INTO communities.membership (community_ref, member_ref, role, since)
       SELECT DISTINCT ON (n, m) ${community('n')}, ${member('m')}, CASE WHEN k = 1 THEN 'FACILITATOR' ELSE 'MEMBER' END, ${at}
       FROM ${upTo(communities)}, generate_series(1, ${membersOfCommunity}) k, LATERAL (SELECT 1 + ${pick('n * 64 + k', 24, members)} AS m) AS m`,
    ],
    [
      `UPDATE core.account a SET keys = a.keys || held.keys FROM (SELECT member_ref, array_agg(community_ref ORDER BY community_ref) AS keys
         FROM communities.membership GROUP BY member_ref) held WHERE held.member_ref = a.ref`,
    ],
  ];
}
