/** Links in mails that answer one question for one person, without signing in, and do nothing else. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfSiteEditors, type EntityRef } from '@hub/core/contract';
import { Links, SignedWords } from '@hub/core/server';
import { checkInLinkPath, type CheckInAnswer } from '@hub/plugins/adaptations/contract';
import type { EntityManager } from 'typeorm';

export interface CheckInLink {
  readonly answer: CheckInAnswer;
  readonly member: EntityRef;
  /** Of the question: a uuid. */
  readonly id: string;
}

const purpose = 'check-in links';
/** As other links in mails. */
const goodForDays = 90;

@Injectable()
export class CheckInLinks {
  constructor(
    @Inject(Links) private readonly links: Links,
    @Inject(SignedWords) private readonly signed: SignedWords,
  ) {}

  /** The address of a link that is sent at this time. */
  addressOf({ answer, member, id }: CheckInLink, at: Date): string {
    const until = new Date(at.getTime() + goodForDays * 24 * 60 * 60_000);
    const token = this.signed.sign(purpose, Buffer.from(JSON.stringify([answer, member, id])), until);
    return `${this.links.absolute(checkInLinkPath)}?token=${token.toString('base64url')}`;
  }

  /** What a token asks for. Null for one that the hub never signed. */
  open(token: string, now: Date): (CheckInLink & { readonly isExpired: boolean }) | null {
    const read = this.signed.read(purpose, Buffer.from(token, 'base64url'), now);
    if (!read) return null;
    const [answer, member, id] = JSON.parse(read.words.toString()) as [CheckInAnswer, EntityRef, string];
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
