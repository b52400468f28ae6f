/** The words by which adaptations are found: what the site found out, changed and learned. The result is found by itself. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { adaptationKind } from '@hub/plugins/adaptations/contract';
import type { SearchDocument, SearchDocuments } from '@hub/plugins/search/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class AdaptationSearch implements SearchDocuments {
  readonly kind = adaptationKind;

  read(tx: EntityManager, refs: readonly EntityRef[]): Promise<SearchDocument[]> {
    return tx.query<SearchDocument[]>(
      `SELECT a.ref, e.title, a.stage, concat_ws(E'\\n',
         a.why,
         (SELECT string_agg(concat_ws(': ', s.title, s.finding, array_to_string(s.statements, ' ')), E'\\n' ORDER BY s.position)
          FROM adaptations.suitability s WHERE s.adaptation_ref = a.ref),
         (SELECT string_agg(concat_ws(': ', m.what, m.why), E'\\n' ORDER BY m.position)
          FROM adaptations.modification m WHERE m.adaptation_ref = a.ref),
         (SELECT string_agg(concat_ws(E'\\n', c.learned, c.reason, x.words, x.tried, x.came_of_it), E'\\n' ORDER BY c.position)
          FROM adaptations.stage_change c LEFT JOIN adaptations.ending x ON x.stage_change_id = c.id
          WHERE c.adaptation_ref = a.ref)
       ) AS body
       FROM adaptations.adaptation a JOIN core.entity e ON e.ref = a.ref WHERE a.ref = ANY($1::text[])`,
      [refs],
    );
  }
}
