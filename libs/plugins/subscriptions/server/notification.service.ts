/** What a person does with their notifications: marking them read. */
import { Injectable } from '@nestjs/common';
import { rowIdOf } from '@hub/core/contract';
import { badInput, NotFound, type Action } from '@hub/core/server';

export interface MarkNotificationsReadInput {
  readonly ids?: readonly string[] | null;
  readonly all?: boolean | null;
}

@Injectable()
export class NotificationService {
  /**
   * Marks the named notifications of the actor read, or all. Those read before keep their time. Throws NOT_FOUND, and marks none,
   * when one of them is not the actor's. Gives the number still unread.
   */
  async markRead(action: Action, { ids, all }: MarkNotificationsReadInput): Promise<number> {
    if (all && ids) throw badInput('input.ids', 'Give ids or all, not both');
    if (!all && !ids) throw badInput('input.ids', 'Say which notifications to mark as read');
    if (ids) await this.markThese(action, ids);
    else await this.markAll(action);
    return this.unreadCount(action);
  }

  private async markThese({ tx, actor, at }: Action, ids: readonly string[]): Promise<void> {
    const keys = [...new Set(ids)].map((id) => rowIdOf('notification', id));
    if (keys.includes(null)) throw new NotFound();
    const own: unknown[] = await tx.query(
      `WITH own AS (
         SELECT id FROM subscriptions.notification WHERE member_ref = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE
       ), marked AS (
         UPDATE subscriptions.notification n SET read_at = $3 FROM own WHERE n.id = own.id AND n.read_at IS NULL
       )
       SELECT id FROM own`,
      [actor.ref, keys, at],
    );
    if (own.length < keys.length) throw new NotFound();
  }

  private async markAll({ tx, actor, at }: Action): Promise<void> {
    await tx.query('UPDATE subscriptions.notification SET read_at = $2 WHERE member_ref = $1 AND read_at IS NULL', [
      actor.ref,
      at,
    ]);
  }

  private async unreadCount({ tx, actor }: Action): Promise<number> {
    const rows: { unread: number }[] = await tx.query(
      'SELECT count(*)::int AS unread FROM subscriptions.notification WHERE member_ref = $1 AND read_at IS NULL',
      [actor.ref],
    );
    return rows[0]?.unread ?? 0;
  }
}
