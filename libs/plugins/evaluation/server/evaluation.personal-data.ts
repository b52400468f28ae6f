/** What evaluations keep of a person: those they began, corrected or withdrew for their site. They are the site's, and stay. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { PersonalData } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class EvaluationPersonalData implements PersonalData {
  readonly name = 'evaluations';

  async export(tx: EntityManager, member: EntityRef): Promise<unknown> {
    const [row] = await tx.query<{ kept: unknown }[]>(
      `SELECT json_build_object(
         'begun', (SELECT coalesce(json_agg(json_build_object('evaluation', x.ref, 'title', e.title, 'question', e.summary,
            'findings', x.findings, 'begunAt', x.created_at) ORDER BY x.created_at, x.ref), '[]')
            FROM evaluation.evaluation x JOIN core.entity e ON e.ref = x.ref WHERE x.author_ref = $1),
         'corrected', (SELECT coalesce(json_agg(json_build_object('evaluation', x.ref, 'at', c->>'at', 'note', c->>'note')
            ORDER BY c->>'at', x.ref), '[]')
            FROM evaluation.evaluation x CROSS JOIN LATERAL jsonb_array_elements(x.corrections) c WHERE c->>'by' = $1),
         'withdrawn', (SELECT coalesce(json_agg(json_build_object('evaluation', ref, 'at', withdrawn_at,
            'reason', withdrawn_reason) ORDER BY withdrawn_at, ref), '[]')
            FROM evaluation.evaluation WHERE withdrawn_by = $1)
       ) AS kept`,
      [member],
    );
    return row?.kept ?? null;
  }
}
