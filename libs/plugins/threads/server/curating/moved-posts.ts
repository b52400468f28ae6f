/** Moves posts from one thread to another: their places there, the counters of both, and what each member has read. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class MovedPosts {
  /**
   * Puts posts at the end of a thread, in the order that they had. Nobody's unread posts become others: what a member had read where a
   * post was is kept as read where it is now. The old place remembers the post, so that links to it go on leading there. Both threads
   * must be locked for a change.
   */
  async move(tx: EntityManager, posts: readonly string[], from: EntityRef, to: EntityRef): Promise<void> {
    await tx.query(keepAsRead, [posts, from]);
    await tx.query(rememberPlaces, [posts]);
    await tx.query(takePlaces, [posts, to]);
    await this.count(tx, from);
    await this.count(tx, to);
  }

  /** Counters and latest activity anew. Places are never given twice: the last one stays the last. */
  private async count(tx: EntityManager, thread: EntityRef): Promise<void> {
    await tx.query(countAnew, [thread]);
    await tx.query(placeInFeeds, [thread]);
  }
}

/** What was read only by marking many threads at once can still be taken back where it is now. */
const keepAsRead = `
  INSERT INTO threads.read_post (member_ref, post_id, undo)
  SELECT mark.member_ref, p.id, many.undo FROM threads.post p
  JOIN threads.read_mark mark ON mark.thread_ref = p.thread_ref AND mark.last_position >= p.position
  LEFT JOIN threads.read_all many ON many.member_ref = mark.member_ref AND many.thread_ref = mark.thread_ref
    AND many.position_after = mark.last_position AND p.position > coalesce(many.position_before, 0)
  WHERE p.id = ANY($1::uuid[]) AND p.thread_ref = $2
  ON CONFLICT (member_ref, post_id) DO UPDATE SET undo = NULL WHERE excluded.undo IS NULL`;

const rememberPlaces = `
  INSERT INTO threads.former_place (thread_ref, position, post_id)
  SELECT thread_ref, position, id FROM threads.post WHERE id = ANY($1::uuid[])`;

const takePlaces = `
  UPDATE threads.post p SET thread_ref = $2, position = ends.at + moved.number
  FROM (SELECT id, row_number() OVER (ORDER BY position)::int AS number FROM threads.post WHERE id = ANY($1::uuid[])) moved,
    (SELECT coalesce(max(last_position), 0) AS at FROM threads.activity WHERE thread_ref = $2) ends
  WHERE p.id = moved.id`;

const countAnew = `
  UPDATE threads.activity a SET
    last_position = greatest(a.last_position, (SELECT coalesce(max(position), 0) FROM threads.post WHERE thread_ref = $1)),
    reply_count = (SELECT count(*) FROM threads.post WHERE thread_ref = $1 AND position > 1 AND removed_at IS NULL)
  WHERE a.thread_ref = $1`;

const placeInFeeds = `
  UPDATE threads.feed f SET last_activity_at = latest.at
  FROM (SELECT max(created_at) AS at FROM threads.post WHERE thread_ref = $1) latest
  WHERE f.thread_ref = $1 AND latest.at IS NOT NULL`;
