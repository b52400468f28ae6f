/** Sets and removes a person's rules. */
import { Inject, Injectable } from '@nestjs/common';
import { kindOfId, type EntityRef } from '@hub/core/contract';
import { Access, badInput, PluginList, type Action } from '@hub/core/server';
import { Follows, type FollowLevel, type MailFrequency } from '@hub/plugins/subscriptions/contract';
import { followableKinds } from './follow.read';

export interface FollowInput {
  readonly targetId: EntityRef;
  readonly level: FollowLevel;
  /** Not named, it stays. */
  readonly mailed?: MailFrequency | null;
}

@Injectable()
export class FollowService implements Follows {
  private readonly kinds: ReadonlySet<string>;

  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(PluginList) plugins: PluginList,
  ) {
    this.kinds = new Set(followableKinds(plugins.all).map(({ kind }) => kind));
  }

  /**
   * Sets the actor's rule for a thing that they can see, or with NONE removes it, seen or not. Throws NOT_FOUND for what is neither
   * seen nor followed, BAD_USER_INPUT for what cannot be followed.
   */
  async follow(action: Action, { targetId, level, mailed }: FollowInput): Promise<void> {
    if (level === 'NONE' && (await this.remove(action, targetId))) return;
    await this.access.requireVisible(action.tx, action.actor, targetId);
    if (!this.kinds.has(kindOfId(targetId) ?? '')) throw badInput('input.targetId', 'This cannot be followed');
    if (level === 'NONE') return;
    await this.set(action, targetId, level);
    if (mailed !== undefined) await this.setMailed(action, targetId, mailed);
  }

  private async set({ tx, actor, at }: Action, target: EntityRef, level: FollowLevel): Promise<void> {
    await tx.query(
      `INSERT INTO subscriptions.follow (member_ref, target_ref, level, since) VALUES ($1, $2, $3, $4)
       ON CONFLICT (member_ref, target_ref) DO UPDATE SET level = excluded.level, since = excluded.since
         WHERE follow.level <> excluded.level`,
      [actor.ref, target, level, at],
    );
  }

  private async setMailed({ tx, actor }: Action, target: EntityRef, mailed: MailFrequency | null): Promise<void> {
    await tx.query('UPDATE subscriptions.follow SET mailed = $3 WHERE member_ref = $1 AND target_ref = $2', [
      actor.ref,
      target,
      mailed,
    ]);
  }

  /** Whether there was a rule to remove. */
  private async remove({ tx, actor }: Action, target: EntityRef): Promise<boolean> {
    const removed: unknown[] = await tx.query(
      'WITH gone AS (DELETE FROM subscriptions.follow WHERE member_ref = $1 AND target_ref = $2 RETURNING 1) SELECT 1 FROM gone',
      [actor.ref, target],
    );
    return removed.length > 0;
  }
}
