/** What is opened together with one thing when its glass is broken. */
import type { EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';

/**
 * The thing, what it lies within (whoever sees a thing sees that), and what lies within it, at every depth. Of these only what the
 * viewer does not see yet, and only what asks for no more than the thing does: a draft on it that another site keeps stays shut.
 */
export async function whatOpensWith(
  tx: EntityManager,
  thing: { readonly ref: EntityRef; readonly needs: readonly string[] },
  viewerKeys: readonly string[],
): Promise<EntityRef[]> {
  const rows = await tx.query<{ ref: EntityRef }[]>(
    `WITH RECURSIVE above AS (
       SELECT e.ref, e.within FROM core.entity e WHERE e.ref = $1
       UNION SELECT e.ref, e.within FROM above JOIN core.entity e ON e.ref = ANY(above.within)
     ), below AS (
       SELECT $1::text AS ref
       UNION SELECT e.ref FROM below JOIN core.entity e ON e.within @> ARRAY[below.ref]
     )
     SELECT e.ref FROM core.entity e
     WHERE e.ref IN (SELECT ref FROM above UNION SELECT ref FROM below)
       AND NOT e.needs <@ $2::text[] AND e.needs <@ ($2::text[] || $3::text[])
     ORDER BY e.ref`,
    [thing.ref, viewerKeys, thing.needs],
  );
  return rows.map(({ ref }) => ref);
}
