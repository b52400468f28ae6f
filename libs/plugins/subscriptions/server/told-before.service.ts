/** Notifications that were told already say what has become of the matter. */
import { Injectable } from '@nestjs/common';
import { ToldBefore, type Settled } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class ToldBeforeService extends ToldBefore {
  async settle(tx: EntityManager, { opens, actor, because, at }: Settled): Promise<void> {
    await tx.query(
      `UPDATE subscriptions.notification SET actor_ref = $2, because = $3, opens = NULL, read_at = coalesce(read_at, $4)
       WHERE opens = $1`,
      [opens, actor, because, at],
    );
  }
}
