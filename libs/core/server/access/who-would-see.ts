/** Who would see something before it is made: the same keys and the same words as of things that exist. */
import { networkKey, type EntityRef, type Visibility } from '@hub/core/contract';
import { ownKey } from '../directory/own-key';
import { badInput } from '../graphql/errors';
import { sql } from '../read/model';
import type { RootRead } from '../read/root';
import { whoCanSeeSql } from './who-can-see';

/** The input, as it comes in. */
export interface PlannedThing {
  readonly visibility: Uppercase<Visibility>;
  readonly site?: EntityRef | null;
  readonly within?: readonly EntityRef[] | null;
  /** The community that it will be in. Needed for COMMUNITY. */
  readonly community?: EntityRef | null;
}

/** Null when the viewer cannot see the site, or what it would be within. */
export const whoWouldSee: RootRead = sql(({ arg, visible }) => {
  const own = arg('thing', 'text[]', ownKeys);
  const named = arg('thing', 'text[]', thingsNamed);
  const community = arg('thing', 'text', ({ community }: PlannedThing) => community ?? null);
  const within = arg('thing', 'text[]', ({ within }: PlannedThing) => within ?? []);
  return (
    `SELECT ${whoCanSeeSql('planned.needs')} FROM (SELECT ${own} || ${keyInside(community)} || ` +
    `coalesce((SELECT array_agg(DISTINCT n.key) FROM core.entity e, unnest(e.needs) AS n (key) WHERE e.ref = ANY(${within})), '{}') AS needs` +
    `) planned WHERE (SELECT count(*) FROM core.entity e WHERE e.ref = ANY(${named}) AND ${visible('e')}) = cardinality(${named})`
  );
});

/** What is in a community is seen by everyone signed in where anyone sees that it is there, else by its members: `Access.requireInside`. */
function keyInside(community: string): string {
  return (
    `coalesce((SELECT ARRAY[CASE c.visibility WHEN 'public' THEN '${networkKey}' ELSE c.ref END] ` +
    `FROM core.entity c WHERE c.ref = ${community} AND c.community_ref = c.ref), '{}'::text[])`
  );
}

/** The key that its own visibility asks for, as the directory will write it. */
function ownKeys(thing: PlannedThing): string[] {
  const visibility = thing.visibility.toLowerCase() as Visibility;
  const owner = thing.site ?? null;
  if (visibility === 'community' && !thing.community) throw badInput('thing.community', 'Say which community');
  if (visibility === 'community') return [];
  if (!owner && (visibility === 'draft' || visibility === 'site')) throw badInput('thing.site', 'Say which site');
  const key = ownKey({ ref: 'a planned thing', visibility, owner, community: null });
  return key ? [key] : [];
}

function thingsNamed({ site, within, community }: PlannedThing): EntityRef[] {
  const named = [site, community].filter((ref) => typeof ref === 'string');
  return [...new Set([...named, ...(within ?? [])])];
}
