/** How somebody stands to a site: what several services ask before they act. */
import { keyOfSiteLeads, keyOfSiteMembers, type EntityRef, type Viewer } from '@hub/core/contract';
import { NotFound, type Action } from '@hub/core/server';
import type { EntityManager } from 'typeorm';
import { JoinRequestRecord } from './membership.records';

/** Throws NOT_FOUND, because what it is about is seen by the leads alone. */
export function requireLead({ keys }: Viewer, site: EntityRef): void {
  if (!keys.includes(keyOfSiteLeads(site))) throw new NotFound();
}

/** Whether somebody is a member of a site now, in whatever role. */
export async function belongsTo(tx: EntityManager, member: EntityRef, site: EntityRef): Promise<boolean> {
  const rows: unknown[] = await tx.query('SELECT 1 FROM core.account WHERE ref = $1 AND $2 = ANY(keys)', [
    member,
    keyOfSiteMembers(site),
  ]);
  return rows.length > 0;
}

/** What the actor asked of a site needs no answer any more: they are in. */
export async function closeOpenRequest({ tx, actor, at }: Action, site: EntityRef): Promise<void> {
  await tx.update(
    JoinRequestRecord,
    { siteRef: site, memberRef: actor.ref, state: 'OPEN' },
    { state: 'WITHDRAWN', answeredAt: at },
  );
}
