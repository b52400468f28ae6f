/** Whoever has an open invitation may sign in by a code, whatever the domain of their address. */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hub/core/contract';
import type { Admissions } from '@hub/plugins/identity/contract';
import { isOpenSql } from './open-invitations';

@Injectable()
export class InvitedPeople implements Admissions {
  async admits(tx: Transaction, email: string): Promise<boolean> {
    const rows = (await tx.query(
      `SELECT 1 FROM membership.invitation i WHERE i.email = $1 AND ${isOpenSql('i')} LIMIT 1`,
      [email],
    )) as unknown[];
    return rows.length > 0;
  }
}
