/** Whether search engines may list what is public of an owner: no, unless those who lead it say so. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Audit } from '../audit/audit';
import type { Action } from '../graphql/action';

@Injectable()
export class Indexing {
  constructor(@Inject(Audit) private readonly audit: Audit) {}

  /** Lets search engines list the owner's public pages from now on, or takes that back. Callers have asked whether the actor may. */
  async set({ tx, actor }: Action, owner: EntityRef, indexable: boolean): Promise<void> {
    const changed: unknown[] = indexable
      ? await tx.query('INSERT INTO core.indexable (owner_ref) VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1', [owner])
      : (
          await tx.query<[unknown[], number]>('DELETE FROM core.indexable WHERE owner_ref = $1 RETURNING 1', [owner])
        )[0];
    if (changed.length === 0) return;
    await this.audit.add(tx, {
      ...{ action: 'indexing.changed', actor: actor.ref, subject: owner },
      facts: { indexable },
    });
  }
}

/** Whether search engines may list the public page of the directory row with this alias: its owner's, or its own. */
export function indexableSql(entity: string): string {
  return `EXISTS (SELECT 1 FROM core.indexable x WHERE x.owner_ref IN (${entity}.ref, ${entity}.owner_ref))`;
}
