/** What a person does with their notifications: marking them read, and taking that back. Their other windows hear of it. */
import { Inject, Injectable } from '@nestjs/common';
import { rowIdOf, type EntityRef } from '@hub/core/contract';
import { badInput, Live, liveField, NotFound, together, type Action } from '@hub/core/server';

export interface MarkNotificationsReadInput {
  readonly ids?: readonly string[] | null;
  readonly all?: boolean | null;
}

export interface NotificationsLeft {
  readonly unreadCount: number;
  /** When they were marked; null when nothing was, or it was undone. */
  readonly readAt: Date | null;
}

const topicOf = (member: EntityRef) => `notifications-read:${member}`;

/** Hears what one has read oneself, in whichever window. */
export const notificationsRead = liveField({ topics: (_args, viewer) => (viewer.ref ? [topicOf(viewer.ref)] : []) });

@Injectable()
export class NotificationService {
  constructor(@Inject(Live) private readonly live: Live) {}

  /**
   * Marks the named notifications of the actor read, or all. Those read before keep their time. Throws NOT_FOUND, and marks none,
   * when one of them is not the actor's. Gives the number still unread.
   */
  async markRead(action: Action, { ids, all }: MarkNotificationsReadInput): Promise<NotificationsLeft> {
    if (all && ids) throw badInput('input.ids', 'Give ids or all, not both');
    if (!all && !ids) throw badInput('input.ids', 'Say which notifications to mark as read');
    const [marked, unreadCount] = await together([
      ids ? this.markThese(action, ids) : this.markAll(action),
      this.unreadCount(action),
    ]);
    if (marked.length === 0) return { unreadCount, readAt: null };
    // As many as one may name fit into one message.
    await this.tell(action, { unreadCount, ids: ids ? marked : null, readAt: action.at.toISOString() });
    return { unreadCount, readAt: action.at };
  }

  /** Makes unread again what the actor marked read at that moment. Throws NOT_FOUND when that was nothing. */
  async undo(action: Action, readAt: Date): Promise<NotificationsLeft> {
    const { tx, actor } = action;
    const [, undone] = await tx.query<[unknown, number]>(
      'UPDATE subscriptions.notification SET read_at = NULL WHERE member_ref = $1 AND read_at = $2',
      [actor.ref, readAt],
    );
    if (undone === 0) throw new NotFound();
    const unreadCount = await this.unreadCount(action);
    await this.tell(action, { unreadCount, ids: null, readAt: null });
    return { unreadCount, readAt: null };
  }

  /** Gives the ids of those that were unread. */
  private async markThese({ tx, actor, at }: Action, ids: readonly string[]): Promise<readonly string[]> {
    const keys = [...new Set(ids)].map((id) => rowIdOf('notification', id));
    if (keys.includes(null)) throw new NotFound();
    const own: { id: string; marked: boolean }[] = await tx.query(
      `WITH own AS (
         SELECT id, read_at IS NULL AS marked FROM subscriptions.notification
         WHERE member_ref = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE
       ), marked AS (
         UPDATE subscriptions.notification n SET read_at = $3 FROM own WHERE n.id = own.id AND own.marked
       )
       SELECT id, marked FROM own`,
      [actor.ref, keys, at],
    );
    if (own.length < keys.length) throw new NotFound();
    return own.flatMap(({ id, marked }) => (marked ? [`notification:${id}`] : []));
  }

  private async markAll({ tx, actor, at }: Action): Promise<readonly string[]> {
    const [marked] = await tx.query<[{ id: string }[]]>(
      'UPDATE subscriptions.notification SET read_at = $2 WHERE member_ref = $1 AND read_at IS NULL RETURNING id',
      [actor.ref, at],
    );
    return marked.map(({ id }) => id);
  }

  private async unreadCount({ tx, actor }: Action): Promise<number> {
    const rows: { unread: number }[] = await tx.query(
      'SELECT count(*)::int AS unread FROM subscriptions.notification WHERE member_ref = $1 AND read_at IS NULL',
      [actor.ref],
    );
    return rows[0]?.unread ?? 0;
  }

  private async tell({ tx, actor }: Action, payload: Parameters<Live['publish']>[2]): Promise<void> {
    await this.live.publish(tx, [topicOf(actor.ref)], payload);
  }
}
