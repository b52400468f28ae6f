/** The words by which evaluations are found. A draft is found by those who may read it. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { evaluationKind } from '@hub/plugins/evaluation/contract';
import type { SearchDocument, SearchDocuments } from '@hub/plugins/search/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class EvaluationSearch implements SearchDocuments {
  readonly kind = evaluationKind;

  read(tx: EntityManager, refs: readonly EntityRef[]): Promise<SearchDocument[]> {
    return tx.query<SearchDocument[]>(
      `SELECT e.ref, e.title, concat_ws(E'\\n', e.summary, x.findings, x.limitations, x.method_note, x.funding,
         (SELECT string_agg(figure->>'label', E'\\n') FROM jsonb_array_elements(x.figures) figure)) AS body
       FROM evaluation.evaluation x JOIN core.entity e ON e.ref = x.ref WHERE x.ref = ANY($1::text[])`,
      [refs],
    );
  }
}
