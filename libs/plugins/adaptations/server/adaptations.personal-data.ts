/** What adaptations keep of a person: what they recorded and decided for their site. It is the site's record, and stays. Who folded a change back is not kept. */
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
         'endings', (SELECT coalesce(json_agg(json_build_object('adaptation', ${refSeenBySql('x.adaptation_ref', '$1')}, 'reason', x.reason,
            'words', x.words, 'tried', x.tried, 'cameOfIt', x.came_of_it) ORDER BY c.at, c.position), '[]')
            FROM adaptations.ending x JOIN adaptations.stage_change c ON c.id = x.stage_change_id WHERE c.by_ref = $1),
         'versionsFollowed', (SELECT coalesce(json_agg(json_build_object('adaptation', ${refSeenBySql('adaptation_ref', '$1')}, 'version', number,
            'at', at, 'choices', (SELECT coalesce(json_agg(json_build_object('part', d.part, 'key', d.key, 'choice', d.choice, 'reason', d.reason)), '[]')
               FROM jsonb_to_recordset(choices) AS d (part text, key text, choice text, reason text))) ORDER BY at, adaptation_ref), '[]')
            FROM adaptations.followed_version WHERE by_ref = $1),
         'benefits', (SELECT coalesce(json_agg(json_build_object('adaptation', ${refSeenBySql('adaptation_ref', '$1')}, 'benefit', benefit,
            'words', words, 'at', at) ORDER BY at, adaptation_ref), '[]')
            FROM adaptations.benefit WHERE by_ref = $1),
         'sourcesAdded', (SELECT coalesce(json_agg(json_build_object('adaptation', ${refSeenBySql('adaptation_ref', '$1')},
            'source', ${refSeenBySql('source_ref', '$1')}, 'what', what, 'at', added_at) ORDER BY added_at, source_ref), '[]')
            FROM adaptations.further_source WHERE added_by = $1),
         'answersWhetherItGoesOn', (SELECT coalesce(json_agg(json_build_object('adaptation', ${refSeenBySql('adaptation_ref', '$1')}, 'answer', answer,
            'at', answered_at) ORDER BY answered_at, adaptation_ref), '[]') FROM adaptations.check_in WHERE answered_by = $1),
         'tasks', (SELECT coalesce(json_agg(json_build_object('adaptation', ${refSeenBySql('adaptation_ref', '$1')}, 'task', key)
            ORDER BY adaptation_ref, key), '[]') FROM adaptations.task WHERE owner_ref = $1)
       ) AS kept`,
      [member],
    );
    return row?.kept ?? null;
  }
}
