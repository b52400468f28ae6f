/** Marking all threads of a list read in one statement, and taking that back. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { rowIdOf } from '@hub/core/contract';
import { Live, liveField, MatchingRows, NotFound, type Action } from '@hub/core/server';
import type { GraphQLResolveInfo } from 'graphql';
import { threadsRoot } from '../thread.read';

const undoPrefix = 'read-all';
const topicOf = (member: string) => `threads-read:${member}`;

/** Hears that many of one's own threads were marked at once, in whichever window. */
export const threadsRead = liveField({ topics: (_args, viewer) => (viewer.ref ? [topicOf(viewer.ref)] : []) });

export interface MarkMany {
  readonly filter?: object | null;
  readonly upTo?: Date | null;
}

@Injectable()
export class ReadAllService {
  constructor(
    @Inject(MatchingRows) private readonly matching: MatchingRows,
    @Inject(Live) private readonly live: Live,
  ) {}

  /**
   * Takes the actor's marks to the end of every thread that the list with this filter holds for them, or to before the first post that
   * came after `upTo`. Marks never move back. What is
   * needed to undo it replaces what was needed for the time before; when nothing was unread, that stays.
   */
  async markAll(action: Action, { filter, upTo }: MarkMany, info: GraphQLResolveInfo) {
    const { tx, actor } = action;
    // Of what is read there is nothing to mark, nor to take back.
    const { head, row, from, where, values } = this.matching.of(
      threadsRoot,
      { filter: { ...filter, unreadOnly: true } },
      actor,
      info,
    );
    const [member, undo, until] = ['text', 'uuid', 'timestamptz'].map(
      (type, at) => `$${values.length + 1 + at}::${type}`,
    );
    const id = randomUUID();
    const [counted] = await tx.query<{ threads: number }[]>(
      `WITH unread AS MATERIALIZED (
         ${head}SELECT ${row}.ref AS thread_ref, mark.last_position AS position_before, goal.position AS position_after
         FROM ${from} JOIN threads.activity a ON a.thread_ref = ${row}.ref
           LEFT JOIN threads.read_mark mark ON mark.thread_ref = ${row}.ref AND mark.member_ref = ${member}
           JOIN LATERAL (SELECT coalesce((SELECT min(later.position) - 1 FROM threads.post later
             WHERE later.thread_ref = ${row}.ref AND later.created_at > ${until}), a.last_position) AS position
           ) goal ON goal.position > coalesce(mark.last_position, 0)
         ${where}
         ORDER BY ${row}.ref
       ), marked AS (
         INSERT INTO threads.read_mark (member_ref, thread_ref, last_position)
         SELECT ${member}, thread_ref, position_after FROM unread
         ON CONFLICT (member_ref, thread_ref) DO UPDATE
           SET last_position = greatest(read_mark.last_position, excluded.last_position)
       ), kept AS (
         INSERT INTO threads.read_all (member_ref, thread_ref, undo, position_before, position_after)
         SELECT ${member}, thread_ref, ${undo}, position_before, position_after FROM unread
         ON CONFLICT (member_ref, thread_ref) DO UPDATE SET undo = excluded.undo,
           position_before = excluded.position_before, position_after = excluded.position_after
       ), forgotten AS (
         DELETE FROM threads.read_all old WHERE old.member_ref = ${member} AND EXISTS (SELECT FROM unread)
           AND old.thread_ref NOT IN (SELECT thread_ref FROM unread)
       )
       SELECT count(*)::int AS threads FROM unread`,
      [...values, actor.ref, id, upTo ?? null],
    );
    const threadCount = counted?.threads ?? 0;
    if (threadCount > 0) await this.tell(action, threadCount);
    return { threadCount, undo: threadCount > 0 ? `${undoPrefix}:${id}` : null };
  }

  /** Puts the marks back where they were, or to where was read since; posts that have moved meanwhile with them. Throws NOT_FOUND for what is not the actor's last time. */
  async undo(action: Action, id: string): Promise<{ threadCount: number }> {
    const { tx, actor } = action;
    const [counted] = await tx.query<{ known: number; threads: number }[]>(
      `WITH known AS (
         DELETE FROM threads.read_all WHERE member_ref = $1 AND undo = $2::uuid RETURNING thread_ref, position_before, position_after
       ), gone AS (
         DELETE FROM threads.read_mark mark USING known WHERE mark.member_ref = $1 AND mark.thread_ref = known.thread_ref
           AND mark.last_position = known.position_after AND known.position_before IS NULL RETURNING mark.thread_ref
       ), back AS (
         UPDATE threads.read_mark mark SET last_position = known.position_before FROM known
         WHERE mark.member_ref = $1 AND mark.thread_ref = known.thread_ref
           AND mark.last_position = known.position_after AND known.position_before < known.position_after RETURNING mark.thread_ref
       ), moved AS (
         DELETE FROM threads.read_post had USING threads.post p
         WHERE had.member_ref = $1 AND had.undo = $2::uuid AND p.id = had.post_id RETURNING p.thread_ref
       ), touched AS (SELECT thread_ref FROM gone UNION SELECT thread_ref FROM back UNION SELECT thread_ref FROM moved)
       SELECT (SELECT count(*) FROM known)::int AS known,
         (SELECT count(*) FROM touched JOIN threads.thread t ON t.ref = touched.thread_ref WHERE t.merged_into IS NULL)::int AS threads`,
      [actor.ref, rowIdOf(undoPrefix, id)],
    );
    if (!counted?.known) throw new NotFound();
    await this.tell(action, counted.threads);
    return { threadCount: counted.threads };
  }

  private async tell({ tx, actor }: Action, threadCount: number): Promise<void> {
    await this.live.publish(tx, [topicOf(actor.ref)], { threadCount });
  }
}
