/** Links in mails that answer one question for one person, without signing in, and do nothing else. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfSiteEditors, type EntityRef } from '@hub/core/contract';
import { SignedLinks, type SignedLinkKind } from '@hub/core/server';
import { checkInLinkPath, type CheckInAnswer } from '@hub/plugins/adaptations/contract';
import type { EntityManager } from 'typeorm';

export interface CheckInLink {
  readonly answer: CheckInAnswer;
  readonly member: EntityRef;
  /** Of the question: a uuid. */
  readonly id: string;
}

const kind: SignedLinkKind = { purpose: 'check-in links', path: checkInLinkPath };

@Injectable()
export class CheckInLinks {
  constructor(@Inject(SignedLinks) private readonly links: SignedLinks) {}

  /** The address of a link that is sent at this time. */
  addressOf({ answer, member, id }: CheckInLink, at: Date): string {
    return this.links.addressOf(kind, [answer, member, id], at);
  }

  /** What a token asks for. Null for one that the hub never signed. */
  open(token: string, now: Date): (CheckInLink & { readonly isExpired: boolean }) | null {
    const read = this.links.open<[CheckInAnswer, EntityRef, string]>(kind, token, now);
    if (!read) return null;
    const [answer, member, id] = read.words;
    return { answer, member, id, isExpired: read.isExpired };
  }

  /** Whether the question is one to the team of whoever holds these keys. */
  async isFor(tx: EntityManager, id: string, keys: readonly string[]): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM adaptations.check_in c JOIN adaptations.adaptation a ON a.ref = c.adaptation_ref
       WHERE c.id = $1 AND ($2 || a.site_ref) = ANY($3::text[])`,
      [id, keyOfSiteEditors(''), keys],
    );
    return rows.length > 0;
  }
}
