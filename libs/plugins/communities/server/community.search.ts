/** The words by which communities are found: what their card says. Those of care models are found with the care models. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { communityKind } from '@hub/plugins/communities/contract';
import type { SearchDocument, SearchDocuments } from '@hub/plugins/search/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class CommunitySearch implements SearchDocuments {
  readonly kind = communityKind;

  read(tx: EntityManager, refs: readonly EntityRef[]): Promise<SearchDocument[]> {
    return tx.query(
      `SELECT e.ref, e.title, e.summary AS body FROM communities.community c JOIN core.entity e ON e.ref = c.ref
       WHERE c.ref = ANY($1::text[]) AND c.care_model_ref IS NULL`,
      [refs],
    );
  }
}
