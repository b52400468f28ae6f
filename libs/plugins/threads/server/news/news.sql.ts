/** What the words and circles of a notice are made from: the post, its thread, and whose followers hear of it. */
import type { DomainEvent, EntityRef } from '@hub/core/contract';
import { uuidOfPost, type PostFacts, type ThreadPurpose } from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';

export interface News {
  readonly kind: ThreadPurpose;
  readonly threadAuthor: EntityRef;
  readonly threadAnonymous: boolean;
  readonly author: EntityRef;
  readonly anonymous: boolean;
  /** Who wrote the post that this one answers. */
  readonly answeredAuthor: EntityRef | null;
  readonly answeredAnonymous: boolean;
  /** Whose followers hear of the thread, the most particular first. */
  readonly circles: readonly (readonly EntityRef[])[];
  /** The members whom the post named from the first, but for its author. */
  readonly mentioned: readonly EntityRef[];
}

/** The news behind a post's domain event. Null when the post is gone, or was removed or hidden. */
export async function newsOf(tx: EntityManager, { facts }: DomainEvent): Promise<News | null> {
  const { post } = facts as unknown as PostFacts;
  const rows: News[] = await tx.query(
    `SELECT t.kind, t.author_ref AS "threadAuthor", t.anonymous AS "threadAnonymous", p.author_ref AS author, p.anonymous,
       answered.author_ref AS "answeredAuthor", coalesce(answered.anonymous, false) AS "answeredAnonymous",
       (SELECT json_agg(near.refs ORDER BY near.position) FROM (SELECT c.position, json_agg(c.ref) AS refs
         FROM threads.circle c WHERE c.subject_ref = t.ref AND NOT c.is_starter GROUP BY c.position) AS near) AS circles,
       ARRAY(SELECT DISTINCT r.ref FROM threads.reference r WHERE r.post_id = p.id AND r.since_revision = 1 AND r.ref LIKE 'member:%' AND r.ref <> p.author_ref) AS mentioned
     FROM threads.post p
     JOIN threads.thread t ON t.ref = p.thread_ref
     LEFT JOIN threads.post answered ON answered.id = p.in_reply_to
     WHERE p.id = $1 AND p.removed_at IS NULL AND p.hidden_at IS NULL`,
    [uuidOfPost(post)],
  );
  return rows[0] ?? null;
}
