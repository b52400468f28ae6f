/** The words by which members are found: whom to ask about something. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { memberKind } from '@hub/plugins/sites/contract';
import type { SearchDocument, SearchDocuments } from '@hub/plugins/search/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class MemberSearch implements SearchDocuments {
  readonly kind = memberKind;

  read(tx: EntityManager, refs: readonly EntityRef[]): Promise<SearchDocument[]> {
    return tx.query<SearchDocument[]>(
      `SELECT m.ref, e.title, concat_ws(E'\\n',
         m.role_title,
         m.professional_group,
         array_to_string(m.skills, E'\\n'),
         array_to_string(m.interests, E'\\n'),
         m.bio,
         (SELECT string_agg(se.title, E'\\n' ORDER BY se.title)
          FROM sites.membership ms JOIN core.entity se ON se.ref = ms.site_ref WHERE ms.member_ref = m.ref)
       ) AS body
       FROM sites.member m JOIN core.entity e ON e.ref = m.ref WHERE m.ref = ANY($1::text[])`,
      [refs],
    );
  }
}
