/** What interventions keep of a person: the versions they published, what they withdrew, and where they are named as a contact. */
import { Injectable } from '@nestjs/common';
import type { Acting, EntityRef } from '@hub/core/contract';
import { refSeenBySql } from '@hub/core/server';
import type { PersonalData } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class InterventionsPersonalData implements PersonalData {
  readonly name = 'interventions';

  async export(tx: EntityManager, member: EntityRef): Promise<unknown> {
    const [row] = await tx.query<{ kept: unknown }[]>(
      `SELECT json_build_object(
         'published', (SELECT coalesce(json_agg(json_build_object('intervention', ${refSeenBySql('intervention_ref', '$1')}, 'version', number,
            'title', title, 'publishedAt', published_at, 'changeNote', change_note) ORDER BY published_at), '[]')
            FROM interventions.version WHERE published_by = $1),
         'withdrew', (SELECT coalesce(json_agg(json_build_object('intervention', ${refSeenBySql('i.ref', '$1')}, 'at', i.withdrawn_at,
            'reason', i.withdrawal_reason) ORDER BY i.withdrawn_at), '[]') FROM interventions.intervention i WHERE i.withdrawn_by = $1),
         'contactFor', (SELECT coalesce(json_agg(i.ref ORDER BY i.ref), '[]') FROM interventions.intervention i
            WHERE $1 = ANY(i.contacts) AND ${refSeenBySql('i.ref', '$1')} IS NOT NULL)
       ) AS kept`,
      [member],
    );
    return row?.kept ?? null;
  }

  /** Nobody is asked to write to somebody who has left. What they published is the site's, and stays. */
  async erase({ tx }: Acting, member: EntityRef): Promise<void> {
    await tx.query(
      'UPDATE interventions.intervention SET contacts = array_remove(contacts, $1) WHERE $1 = ANY(contacts)',
      [member],
    );
  }
}
