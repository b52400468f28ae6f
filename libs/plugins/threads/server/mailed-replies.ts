/** Answers to mails about discussions become posts, by the service that the page uses. */
import { Inject, Injectable } from '@nestjs/common';
import type { Acting, EntityRef } from '@hub/core/contract';
import { Access, HubError, type Action } from '@hub/core/server';
import type { MailReader, MailReplies, ReplyByMail } from '@hub/plugins/subscriptions/contract';
import { threadKind, uuidOfPost } from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';
import { PostsService } from './posts/posts.service';
import { takePart } from './threads.policy';

@Injectable()
export class MailedReplies implements MailReplies {
  readonly kind = threadKind;

  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(PostsService) private readonly posts: PostsService,
  ) {}

  /** Of whoever may reply now. Not of whoever wrote there anonymously: a mail carries a name. */
  async takes(tx: EntityManager, thread: EntityRef, { ref, keys }: MailReader): Promise<boolean> {
    try {
      await this.access.require(tx, { ref, keys, sessionId: null }, takePart.id, thread);
    } catch (error) {
      if (error instanceof HubError) return false;
      throw error;
    }
    const [row] = await tx.query<{ takes: boolean }[]>(
      `SELECT NOT t.locked AND NOT EXISTS (SELECT FROM threads.post p WHERE p.thread_ref = t.ref AND p.author_ref = $2 AND p.anonymous) AS takes
       FROM threads.thread t WHERE t.ref = $1`,
      [thread, ref],
    );
    return row?.takes ?? false;
  }

  /** Beneath the post that the mail told of, where that is still there. */
  async post(acting: Acting, { subject, facts, body }: ReplyByMail): Promise<string> {
    const action = acting as Action;
    await this.access.require(action.tx, action.actor, takePart.id, subject);
    const inReplyTo = typeof facts.post === 'string' ? await this.stillThere(action.tx, subject, facts.post) : null;
    return this.posts.reply(action, { thread: subject, body, inReplyTo });
  }

  private async stillThere(tx: EntityManager, thread: EntityRef, post: string): Promise<string | null> {
    const rows = await tx.query<unknown[]>(
      'SELECT 1 FROM threads.post WHERE id = $1 AND thread_ref = $2 AND removed_at IS NULL AND hidden_at IS NULL',
      [uuidOfPost(post), thread],
    );
    return rows.length > 0 ? post : null;
  }
}
