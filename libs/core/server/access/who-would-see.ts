/** Who would see something before it is made: the same keys and the same words as of things that exist. */
import type { EntityRef, Visibility } from '@hub/core/contract';
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
}

/** Null when the viewer cannot see the site, or what it would be within. */
export const whoWouldSee: RootRead = sql(({ arg, visible }) => {
  const own = arg('thing', 'text[]', ownKeys);
  const named = arg('thing', 'text[]', thingsNamed);
  const within = arg('thing', 'text[]', ({ within }: PlannedThing) => within ?? []);
  return (
    `SELECT ${whoCanSeeSql('planned.needs')} FROM (SELECT ${own} || ` +
    `coalesce((SELECT array_agg(DISTINCT n.key) FROM core.entity e, unnest(e.needs) AS n (key) WHERE e.ref = ANY(${within})), '{}') AS needs` +
    `) planned WHERE (SELECT count(*) FROM core.entity e WHERE e.ref = ANY(${named}) AND ${visible('e')}) = cardinality(${named})`
  );
});

/** The key that its own visibility asks for, as the directory will write it. */
function ownKeys(thing: PlannedThing): string[] {
  const visibility = thing.visibility.toLowerCase() as Visibility;
  const owner = thing.site ?? null;
  if (visibility === 'community') throw badInput('thing.visibility', 'There are no communities yet');
  if (!owner && (visibility === 'draft' || visibility === 'site')) throw badInput('thing.site', 'Say which site');
  const key = ownKey({ ref: 'a planned thing', visibility, owner, community: null });
  return key ? [key] : [];
}

function thingsNamed({ site, within }: PlannedThing): EntityRef[] {
  return [...new Set([...(site ? [site] : []), ...(within ?? [])])];
}
