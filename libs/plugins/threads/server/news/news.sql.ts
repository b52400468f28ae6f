/** What the words and circles of a notice are made from: the post, its thread, and what the thread is about. */
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
  readonly about: EntityRef | null;
  /** The community that the thread is in. */
  readonly community: EntityRef | null;
  /** The site that owns what the thread is about, or that it is about. */
  readonly site: EntityRef | null;
  readonly careModels: readonly EntityRef[];
  /** The members whom the post named from the first, but for its author. */
  readonly mentioned: readonly EntityRef[];
}

/** The news behind a post's domain event. Null when the post is gone, or was removed or hidden. */
export async function newsOf(tx: EntityManager, { facts }: DomainEvent): Promise<News | null> {
  const { post } = facts as unknown as PostFacts;
  const rows: News[] = await tx.query(
    `SELECT t.kind, t.author_ref AS "threadAuthor", t.anonymous AS "threadAnonymous", p.author_ref AS author, p.anonymous,
       answered.author_ref AS "answeredAuthor", coalesce(answered.anonymous, false) AS "answeredAnonymous",
       t.about_ref AS about, e.community_ref AS community, coalesce(about.owner_ref, CASE WHEN about.kind = 'site' THEN about.ref END) AS site, e.care_models AS "careModels",
       ARRAY(SELECT DISTINCT r.ref FROM threads.reference r WHERE r.post_id = p.id AND r.since_revision = 1 AND r.ref LIKE 'member:%' AND r.ref <> p.author_ref) AS mentioned
     FROM threads.post p
     JOIN threads.thread t ON t.ref = p.thread_ref
     JOIN core.entity e ON e.ref = t.ref
     LEFT JOIN core.entity about ON about.ref = t.about_ref
     LEFT JOIN threads.post answered ON answered.id = p.in_reply_to
     WHERE p.id = $1 AND p.removed_at IS NULL AND p.hidden_at IS NULL`,
    [uuidOfPost(post)],
  );
  return rows[0] ?? null;
}
