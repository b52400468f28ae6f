/** The words that a thread can be found by: its title, every post that is still there, its summary and its tags. No author among them. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { threadKind } from '@hub/plugins/threads/contract';
import type { SearchDocument, SearchDocuments } from '@hub/plugins/search/contract';
import type { EntityManager } from 'typeorm';
import { feedOfAll } from '../thread.record';

@Injectable()
export class ThreadSearch implements SearchDocuments {
  readonly kind = threadKind;

  read(tx: EntityManager, refs: readonly EntityRef[]): Promise<SearchDocument[]> {
    return tx.query(
      `SELECT e.ref, e.title, concat_ws(E'\\n\\n', t.summary, nullif(array_to_string(t.tags, ', '), '')) AS body,
         (SELECT json_agg(json_build_object('place', CASE WHEN p.position > 1 THEN 'post-' || p.position END, 'text',
             threads.without(p.body, ARRAY(SELECT r.written FROM threads.reference r WHERE r.post_id = p.id))) ORDER BY p.position)
          FROM threads.post p WHERE p.thread_ref = e.ref AND p.removed_at IS NULL AND p.hidden_at IS NULL) AS parts,
         t.lessons, t.enablers, t.tags,
         (SELECT f.last_activity_at FROM threads.feed f WHERE f.thread_ref = e.ref AND f.feed = '${feedOfAll}') AS "happenedAt"
       FROM core.entity e JOIN threads.thread t ON t.ref = e.ref AND t.merged_into IS NULL
       WHERE e.ref = ANY($1::text[]) AND e.kind = $2`,
      [refs, threadKind],
    );
  }
}
