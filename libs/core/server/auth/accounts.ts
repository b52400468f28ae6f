/** Accounts: which keys a member holds. Plugins grant and take back keys in their own transactions. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfRole, memberKeys, type EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { Live } from '../live/live';

/** The topic on which a member's live operations hear that their keys or sessions changed. */
export const viewerTopic = (member: EntityRef) => `viewer:${member}`;

@Injectable()
export class Accounts {
  /** Whose keys changed in a transaction that runs. */
  private readonly changed = new WeakMap<EntityManager, Set<EntityRef>>();

  constructor(@Inject(Live) private readonly live: Live) {}

  /** The keys that a member holds from here on, when they changed in this transaction; null when they did not. */
  async keysIfChanged(tx: EntityManager, member: EntityRef): Promise<readonly string[] | null> {
    if (!this.changed.get(tx)?.has(member)) return null;
    const [account] = await tx.query<{ keys: string[] }[]>(
      `SELECT ${heldKeysSql('a')} AS keys FROM core.account a WHERE a.ref = $1`,
      [member],
    );
    return account?.keys ?? null;
  }

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

  /** Gives keys for a while, on top of those held. */
  async lend(tx: EntityManager, member: EntityRef, keys: readonly string[], until: Date): Promise<void> {
    await tx.query(
      `INSERT INTO core.lent_key (member_ref, key, until) SELECT $1, k, $3 FROM unnest($2::text[]) AS k
       ON CONFLICT (member_ref, key) DO UPDATE SET until = greatest(core.lent_key.until, excluded.until)`,
      [member, keys, until],
    );
    await this.tell(tx, member);
  }

  /** Takes back keys that were lent, before their time. Keys held otherwise stay. */
  async takeBackLent(tx: EntityManager, member: EntityRef, keys: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM core.lent_key WHERE member_ref = $1 AND key = ANY($2::text[])', [member, keys]);
    await this.tell(tx, member);
  }

  /**
   * Call before somebody stops being an administrator, is suspended or leaves. Two at once wait for each other here. False when the
   * hub would be left without an administrator who can sign in.
   */
  async isLeftWithAdministrator(tx: EntityManager, without: EntityRef): Promise<boolean> {
    const administrators = await tx.query<{ ref: EntityRef; suspended_at: Date | null }[]>(
      'SELECT ref, suspended_at FROM core.account WHERE $1 = ANY(keys) ORDER BY ref FOR UPDATE',
      [keyOfRole('administrator')],
    );
    return administrators.some(({ ref, suspended_at }) => ref !== without && !suspended_at);
  }

  /** Shuts a member out, or lets them in again. The caller ends their sessions; API tokens stop working by themselves. */
  async setSuspended(tx: EntityManager, member: EntityRef, at: Date | null): Promise<void> {
    await tx.query('UPDATE core.account SET suspended_at = $2 WHERE ref = $1', [member, at]);
    await this.tell(tx, member);
  }

  private async change(
    tx: EntityManager,
    member: EntityRef,
    expression: string,
    keys: readonly string[],
  ): Promise<void> {
    await tx.query(`UPDATE core.account SET keys = ${expression} WHERE ref = $1`, [member, keys]);
    await this.tell(tx, member);
  }

  private async tell(tx: EntityManager, member: EntityRef): Promise<void> {
    this.changed.set(tx, (this.changed.get(tx) ?? new Set()).add(member));
    await this.live.publishAhead(tx, [viewerTopic(member)], { change: 'keys' });
  }
}

/** The keys of an account (alias `account`), with those lent to it for now; the same keys in the same order. */
export function heldKeysSql(account: string): string {
  return `(${account}.keys || ARRAY(SELECT l.key FROM core.lent_key l WHERE l.member_ref = ${account}.ref AND l.until > now() ORDER BY l.key))`;
}
