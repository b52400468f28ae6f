/** Accounts: which keys a member holds. Plugins grant and take back keys in their own transactions. */
import { Inject, Injectable } from '@nestjs/common';
import { memberKeys, type EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { Live } from '../live/live';

/** The topic on which a member's live operations hear that their keys or sessions changed. */
export const viewerTopic = (member: EntityRef) => `viewer:${member}`;

@Injectable()
export class Accounts {
  constructor(@Inject(Live) private readonly live: Live) {}

  /** Makes an account for a member whose directory entry exists. Does nothing when there is one. */
  async open(tx: EntityManager, member: EntityRef): Promise<void> {
    await tx.query('INSERT INTO core.account (ref, keys) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      member,
      memberKeys(member),
    ]);
  }

  /** Gives keys to a member. */
  async grant(tx: EntityManager, member: EntityRef, keys: readonly string[]): Promise<void> {
    await this.change(tx, member, 'ARRAY(SELECT DISTINCT k FROM unnest(keys || $2::text[]) k ORDER BY k)', keys);
  }

  /** Takes keys back. */
  async revoke(tx: EntityManager, member: EntityRef, keys: readonly string[]): Promise<void> {
    await this.change(tx, member, 'ARRAY(SELECT k FROM unnest(keys) k WHERE k <> ALL($2::text[]))', keys);
  }

  private async change(
    tx: EntityManager,
    member: EntityRef,
    expression: string,
    keys: readonly string[],
  ): Promise<void> {
    await tx.query(`UPDATE core.account SET keys = ${expression} WHERE ref = $1`, [member, keys]);
    await this.live.publish(tx, [viewerTopic(member)], { change: 'keys' });
  }
}
