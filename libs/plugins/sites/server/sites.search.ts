/** The words by which sites are found. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { siteKind } from '@hub/plugins/sites/contract';
import type { SearchDocument, SearchDocuments } from '@hub/plugins/search/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class SiteSearch implements SearchDocuments {
  readonly kind = siteKind;

  read(tx: EntityManager, refs: readonly EntityRef[]): Promise<SearchDocument[]> {
    return tx.query<SearchDocument[]>(
      `SELECT s.ref, e.title, concat_ws(E'\\n',
         s.tagline,
         s.region,
         array_to_string(s.localities, ', '),
         array_to_string(s.population_segments, ', '),
         s.lead_organisation->>'name',
         (SELECT string_agg(p->>'name', E'\\n') FROM jsonb_array_elements(s.partners) p),
         (SELECT string_agg(concat_ws(': ', c->>'name', c->>'note'), E'\\n') FROM jsonb_array_elements(s.context_factors) c),
         (SELECT string_agg(concat_ws(': ', h->>'initiative', h->>'note'), E'\\n') FROM jsonb_array_elements(s.prior_history) h)
       ) AS body
       FROM sites.site s JOIN core.entity e ON e.ref = s.ref WHERE s.ref = ANY($1::text[])`,
      [refs],
    );
  }
}
