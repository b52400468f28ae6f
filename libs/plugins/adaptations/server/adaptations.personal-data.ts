/** What adaptations keep of a person: what they recorded for their site. It is the site's record, and stays. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { refSeenBySql } from '@hub/core/server';
import type { PersonalData } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class AdaptationsPersonalData implements PersonalData {
  readonly name = 'adaptations';

  async export(tx: EntityManager, member: EntityRef): Promise<unknown> {
    const [row] = await tx.query<{ kept: unknown }[]>(
      `SELECT json_build_object(
         'findings', (SELECT coalesce(json_agg(json_build_object('adaptation', ${refSeenBySql('adaptation_ref', '$1')}, 'kind', kind, 'title', title,
            'finding', finding, 'statements', statements, 'recordedAt', recorded_at) ORDER BY recorded_at, position), '[]')
            FROM adaptations.suitability WHERE recorded_by = $1),
         'changes', (SELECT coalesce(json_agg(json_build_object('adaptation', ${refSeenBySql('adaptation_ref', '$1')}, 'what', what, 'why', why,
            'recordedAt', recorded_at) ORDER BY recorded_at, position), '[]')
            FROM adaptations.modification WHERE recorded_by = $1),
         'stages', (SELECT coalesce(json_agg(json_build_object('adaptation', ${refSeenBySql('adaptation_ref', '$1')}, 'stage', stage, 'at', at,
            'learned', learned, 'reason', reason, 'decision', decision) ORDER BY at, position), '[]')
            FROM adaptations.stage_change WHERE by_ref = $1),
         'tasks', (SELECT coalesce(json_agg(json_build_object('adaptation', ${refSeenBySql('adaptation_ref', '$1')}, 'task', key)
            ORDER BY adaptation_ref, key), '[]') FROM adaptations.task WHERE owner_ref = $1)
       ) AS kept`,
      [member],
    );
    return row?.kept ?? null;
  }
}
