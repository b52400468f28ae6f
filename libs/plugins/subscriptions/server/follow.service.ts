/** Sets and removes a person's rules. */
import { Inject, Injectable } from '@nestjs/common';
import { kindOfId, type EntityRef } from '@hub/core/contract';
import { Access, badInput, PluginList, writeAhead, type Action } from '@hub/core/server';
import { Follows, type FollowLevel, type MailFrequency, type NewsTopic } from '@hub/plugins/subscriptions/contract';
import { followableKinds } from './follow.read';
import { defaultRules, families } from './rules.sql';

export interface FollowInput {
  readonly targetId: EntityRef;
  readonly level: FollowLevel;
  /** Not named, it stays. */
  readonly mailed?: MailFrequency | null;
  /** Not named, they stay. */
  readonly leaveOut?: readonly NewsTopic[] | null;
  readonly wholeFamily?: boolean | null;
}

@Injectable()
export class FollowService implements Follows {
  private readonly kinds: ReadonlySet<string>;
  /** Of what some default rule follows: unfollowing such a thing is remembered. */
  private readonly byDefault: ReadonlySet<string>;
  private readonly withFamilies: ReadonlySet<string>;

  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(PluginList) plugins: PluginList,
  ) {
    this.kinds = new Set(followableKinds(plugins.all).map(({ kind }) => kind));
    this.byDefault = new Set(defaultRules(plugins.all).flatMap(({ follows }) => follows?.kind ?? []));
    this.withFamilies = new Set(families(plugins.all).map(({ kind }) => kind));
  }

  /**
   * Sets the actor's rule for a thing that they can see, or with NONE removes it, seen or not. Throws NOT_FOUND for what is neither
   * seen nor followed, BAD_USER_INPUT for what cannot be followed.
   */
  async follow(action: Action, { targetId, level, mailed, leaveOut, wholeFamily }: FollowInput): Promise<void> {
    const kind = kindOfId(targetId) ?? '';
    const staysAway = this.byDefault.has(kind);
    if (level === 'NONE' && (await this.unfollow(action, targetId, staysAway))) return;
    await this.access.requireVisible(action.tx, action.actor, targetId);
    if (!this.kinds.has(kind)) throw badInput('input.targetId', 'This cannot be followed');
    if (wholeFamily && !this.withFamilies.has(kind)) throw badInput('input.wholeFamily', 'This has no family');
    if (level === 'NONE' && !staysAway) return;
    await this.set(action, targetId, level);
    if (level === 'NONE') return;
    if (mailed !== undefined) await this.change(action, targetId, 'mailed', mailed);
    if (typeof wholeFamily === 'boolean') await this.change(action, targetId, 'whole_family', wholeFamily);
    if (leaveOut) await this.change(action, targetId, 'leave_out', [...new Set(leaveOut)]);
  }

  private async set({ tx, actor, at }: Action, target: EntityRef, level: FollowLevel): Promise<void> {
    await writeAhead(
      tx,
      `INSERT INTO subscriptions.follow (member_ref, target_ref, level, since) VALUES ($1, $2, $3, $4)
       ON CONFLICT (member_ref, target_ref) DO UPDATE SET level = excluded.level, since = excluded.since
         WHERE follow.level <> excluded.level`,
      [actor.ref, target, level, at],
    );
  }

  private async change(
    { tx, actor }: Action,
    target: EntityRef,
    column: 'mailed' | 'leave_out' | 'whole_family',
    value: unknown,
  ) {
    await writeAhead(tx, `UPDATE subscriptions.follow SET ${column} = $3 WHERE member_ref = $1 AND target_ref = $2`, [
      actor.ref,
      target,
      value,
    ]);
  }

  /** Whether there was a rule to remove. What was chosen with it is forgotten. */
  private async unfollow({ tx, actor }: Action, target: EntityRef, staysAway: boolean): Promise<boolean> {
    const removal = staysAway
      ? `UPDATE subscriptions.follow SET level = 'NONE', mailed = NULL, leave_out = '{}', whole_family = false`
      : 'DELETE FROM subscriptions.follow';
    const removed: unknown[] = await tx.query(
      `WITH gone AS (${removal} WHERE member_ref = $1 AND target_ref = $2 RETURNING 1) SELECT 1 FROM gone`,
      [actor.ref, target],
    );
    return removed.length > 0;
  }
}
