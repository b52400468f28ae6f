/** What administration keeps of a person: what they opened by breaking the glass. It stays when they go, as the audit log does. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { PersonalData } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class AdministrationData implements PersonalData {
  readonly name = 'administration';

  async export(tx: EntityManager, member: EntityRef) {
    const opened = await tx.query<unknown[]>(
      'SELECT entity_ref AS thing, reason, opened_at AS "openedAt", until FROM administration.broken_glass WHERE member_ref = $1 ORDER BY opened_at',
      [member],
    );
    const holds = await tx.query<unknown[]>(
      'SELECT record_ref AS record, reason, since, lifted_at AS "liftedAt" FROM administration.legal_hold WHERE by_ref = $1 ORDER BY since',
      [member],
    );
    const audited = await tx.query<unknown[]>(
      'SELECT at, action, outcome, subject_ref AS about, facts FROM core.audit_entry WHERE actor_ref = $1 ORDER BY number',
      [member],
    );
    return { opened, holds, audited };
  }
}
