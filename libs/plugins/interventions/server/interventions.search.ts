/** The words by which interventions are found: of a published one its published text, of a draft its editors' own. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { interventionKind } from '@hub/plugins/interventions/contract';
import type { SearchDocument, SearchDocuments } from '@hub/plugins/search/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class InterventionSearch implements SearchDocuments {
  readonly kind = interventionKind;

  read(tx: EntityManager, refs: readonly EntityRef[]): Promise<SearchDocument[]> {
    return tx.query<SearchDocument[]>(
      `SELECT i.ref, e.title, i.status = 'WITHDRAWN' AS "comesLast", i.maturity AS stage, i.lessons, i.enablers, concat_ws(E'\\n',
         e.summary,
         s.title,
         interventions.told_of(i.ref),
         (SELECT string_agg(section->>'body', E'\\n') FROM jsonb_array_elements(coalesce(v.sections, i.draft)) section)
       ) AS body
       FROM interventions.intervention i
       JOIN core.entity e ON e.ref = i.ref
       JOIN core.entity s ON s.ref = i.site_ref
       LEFT JOIN interventions.version v ON v.id = i.current_version_id
       WHERE i.ref = ANY($1::text[])`,
      [refs],
    );
  }
}
