/** What threads keep of a person: what they wrote (anonymous posts too: nobody else is shown this), their reactions, and what they read. */
import { Injectable } from '@nestjs/common';
import type { Acting, EntityRef } from '@hub/core/contract';
import { refSeenBySql } from '@hub/core/server';
import type { PersonalData } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class ThreadsPersonalData implements PersonalData {
  readonly name = 'discussions';

  async export(tx: EntityManager, member: EntityRef): Promise<unknown> {
    const [row] = await tx.query<{ kept: unknown }[]>(
      `SELECT json_build_object(
         'posts', (SELECT coalesce(json_agg(json_build_object('thread', e.ref, 'title', e.title, 'position', p.position,
            'anonymous', p.anonymous, 'body', ${asSeen('p.body')}, 'writtenAt', p.created_at, 'editedAt', p.edited_at,
            'removedAt', p.removed_at, 'saidBefore', (SELECT coalesce(json_agg(json_build_object('body', ${asSeen('f.body')},
              'writtenAt', f.written_at) ORDER BY f.number), '[]') FROM threads.revision f WHERE f.post_id = p.id)) ORDER BY p.created_at, p.id), '[]')
            FROM threads.post p LEFT JOIN core.entity e ON e.ref = ${refSeenBySql('p.thread_ref', '$1')} WHERE p.author_ref = $1),
         'reactions', (SELECT coalesce(json_agg(json_build_object('thread', ${refSeenBySql('p.thread_ref', '$1')}, 'position', p.position, 'kind', r.kind)
            ORDER BY ${refSeenBySql('p.thread_ref', '$1')}, p.position, r.kind), '[]')
            FROM threads.reaction r JOIN threads.post p ON p.id = r.post_id WHERE r.member_ref = $1),
         'readUpTo', (SELECT coalesce(json_agg(json_build_object('thread', ${refSeenBySql('thread_ref', '$1')}, 'position', last_position)
            ORDER BY ${refSeenBySql('thread_ref', '$1')}, last_position), '[]') FROM threads.read_mark WHERE member_ref = $1),
         'readBeforeItMoved', (SELECT coalesce(json_agg(json_build_object('thread', ${refSeenBySql('p.thread_ref', '$1')}, 'position', p.position)
            ORDER BY ${refSeenBySql('p.thread_ref', '$1')}, p.position), '[]') FROM threads.read_post had JOIN threads.post p ON p.id = had.post_id WHERE had.member_ref = $1)
       ) AS kept`,
      [member],
    );
    return row?.kept ?? null;
  }

  /** What was written for others stays; what somebody read is nobody's business any more. */
  async erase({ tx }: Acting, member: EntityRef): Promise<void> {
    await tx.query('DELETE FROM threads.read_mark WHERE member_ref = $1', [member]);
    await tx.query('DELETE FROM threads.read_post WHERE member_ref = $1', [member]);
    await tx.query('DELETE FROM threads.read_all WHERE member_ref = $1', [member]);
  }
}

/** A text of the post `p` without the names of what the member may not see (any more). */
function asSeen(content: string): string {
  return `threads.without(${content}, ARRAY(SELECT r.written FROM threads.reference r
    WHERE r.post_id = p.id AND ${refSeenBySql('r.ref', '$1')} IS NULL))`;
}
