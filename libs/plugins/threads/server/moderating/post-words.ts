/** What mails say of a post: its words as their reader may read them at that time, or that there is nothing to be read any more. */
import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@hub/core/contract';
import { visibleSql } from '@hub/core/server';
import type { MailReader, WordsForMail, WrittenWords } from '@hub/plugins/subscriptions/contract';
import {
  answerAccepted,
  memberMentioned,
  postAdded,
  threadStarted,
  uuidOfPost,
  wordsOfPostSql,
  type PostFacts,
} from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class PostWords implements WordsForMail {
  readonly events = [threadStarted, postAdded, memberMentioned, answerAccepted].map(({ name }) => name);

  /** Null of a post that is removed or hidden, or was moved to where the reader does not see it. */
  async read(tx: EntityManager, facts: DomainEvent['facts'], { keys }: MailReader): Promise<WrittenWords | null> {
    const { post } = facts as unknown as PostFacts;
    const [row] = await tx.query<WrittenWords[]>(
      `SELECT (${wordsOfPostSql('p.id', (entity) => visibleSql(entity, '$2::text[]'))}) AS markdown,
         ARRAY(SELECT jsonb_build_object('written', r.written, 'title', named.title, 'target', named.ref)
           FROM threads.reference r JOIN core.entity named ON named.ref = r.ref AND ${visibleSql('named', '$2::text[]')}
           WHERE r.post_id = p.id) AS names
       FROM threads.post p JOIN core.entity thread ON thread.ref = p.thread_ref AND ${visibleSql('thread', '$2::text[]')}
       WHERE p.id = $1 AND p.removed_at IS NULL AND p.hidden_at IS NULL`,
      [uuidOfPost(post), keys],
    );
    return row ?? null;
  }
}
