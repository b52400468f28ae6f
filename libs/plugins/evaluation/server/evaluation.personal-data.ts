/**
 * What evaluations keep of a person: those they began, corrected or withdrew for their site. They are the site's, and stay; others may have
 * gone on writing, so whoever may not see one any more is told of it only when they did what.
 */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { refSeenBySql } from '@hub/core/server';
import type { PersonalData } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class EvaluationPersonalData implements PersonalData {
  readonly name = 'evaluations';

  async export(tx: EntityManager, member: EntityRef): Promise<unknown> {
    const [row] = await tx.query<{ kept: unknown }[]>(
      `SELECT json_build_object(
         'begun', (SELECT coalesce(json_agg(json_build_object('evaluation', e.ref, 'title', e.title, 'question', e.summary,
            'findings', CASE WHEN e.ref IS NOT NULL THEN x.findings END, 'begunAt', x.created_at) ORDER BY x.created_at, x.ref), '[]')
            FROM evaluation.evaluation x LEFT JOIN core.entity e ON e.ref = ${refSeenBySql('x.ref', '$1')} WHERE x.author_ref = $1),
         'corrected', (SELECT coalesce(json_agg(json_build_object('evaluation', ${refSeenBySql('x.ref', '$1')}, 'at', c->>'at', 'note', c->>'note')
            ORDER BY c->>'at', x.ref), '[]')
            FROM evaluation.evaluation x CROSS JOIN LATERAL jsonb_array_elements(x.corrections) c WHERE c->>'by' = $1),
         'withdrawn', (SELECT coalesce(json_agg(json_build_object('evaluation', ${refSeenBySql('evaluation.ref', '$1')}, 'at', withdrawn_at,
            'reason', withdrawn_reason) ORDER BY withdrawn_at, ref), '[]')
            FROM evaluation.evaluation WHERE withdrawn_by = $1)
       ) AS kept`,
      [member],
    );
    return row?.kept ?? null;
  }
}
