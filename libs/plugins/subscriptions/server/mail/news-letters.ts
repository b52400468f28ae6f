/** Promises mails with news: never more on a day than their readers chose, each notification in one of them. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { londonDay, londonTime, Mail, SignedWords } from '@hub/core/server';
import { mailedAtFirst } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { Addresses } from './addresses';
import type { NewsKind } from './letter.record';

/** When the mail of the morning leaves. Until then one place of the day is kept for it. */
export const morning = '08:00';

/** The name under which core finds who writes these letters. */
export const newsWriter = 'subscriptions.news';

export interface NewsFor {
  readonly member: EntityRef;
  /** What it will tell of, as far as it may be seen by then. */
  readonly notifications: readonly string[];
}

interface Counted {
  readonly member: EntityRef;
  readonly last: boolean;
}

@Injectable()
export class NewsLetters {
  constructor(
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(SignedWords) private readonly signed: SignedWords,
  ) {}

  /**
   * Promises one letter for each entry (a member stands in one of them) whose reader has an address and room left on this day; what is not
   * promised waits for a mail of another morning. A hub without a key to sign with promises none: a mail that cannot be stopped is not sent.
   */
  async promise(tx: EntityManager, kind: NewsKind, news: readonly NewsFor[], at: Date): Promise<void> {
    if (news.length === 0 || !this.signed.canSign) return;
    const addresses = await this.addresses.of(
      tx,
      news.map(({ member }) => member),
    );
    const counted = await this.count(tx, kind, [...addresses.keys()], at);
    const lastOf = new Map(counted.map(({ member, last }) => [member, last]));
    const letters = news.flatMap(({ member, notifications }) => {
      const last = lastOf.get(member);
      return last === undefined
        ? []
        : [{ id: randomUUID(), member, to: addresses.get(member) ?? '', notifications, last }];
    });
    if (letters.length === 0) return;
    await this.mail.promise(tx, letters, newsWriter, at);
    await tx.query(
      `INSERT INTO subscriptions.letter (id, member_ref, kind, day, last_of_day, created_at)
       SELECT id, member_ref, $4, $5, last_of_day, $6 FROM unnest($1::uuid[], $2::text[], $3::boolean[]) AS made (id, member_ref, last_of_day)`,
      [
        letters.map(({ id }) => id),
        letters.map(({ member }) => member),
        letters.map(({ last }) => last),
        kind,
        londonDay(at),
        at,
      ],
    );
    const told = letters.flatMap(({ id, notifications }) =>
      notifications.map((notification) => ({ id, notification })),
    );
    await tx.query(
      `UPDATE subscriptions.notification n SET letter_id = told.letter_id
       FROM unnest($1::uuid[], $2::uuid[]) AS told (letter_id, id) WHERE n.id = told.id`,
      [told.map(({ id }) => id), told.map(({ notification }) => notification)],
    );
  }

  /** Takes a place of the day for each member who has one left. Two instances at once wait for each other here. */
  private count(tx: EntityManager, kind: NewsKind, members: readonly EntityRef[], at: Date): Promise<Counted[]> {
    const kept = kind === 'AT_ONCE' && londonTime(at) < morning ? 1 : 0;
    return tx.query(takePlaces, [members, londonDay(at), kept, mailedAtFirst.mostADay]);
  }
}

const takePlaces = `
  WITH room AS (
    SELECT wanted.member_ref, coalesce(chosen.most_a_day, $4::int) - $3::int AS places
    FROM unnest($1::text[]) AS wanted (member_ref)
      LEFT JOIN subscriptions.mail_setting chosen ON chosen.member_ref = wanted.member_ref
  ), taken AS (
    INSERT INTO subscriptions.mail_day AS d (member_ref, day, mails)
    SELECT member_ref, $2::date, 1 FROM room WHERE places >= 1 ORDER BY member_ref
    ON CONFLICT (member_ref, day) DO UPDATE SET mails = d.mails + 1
      WHERE d.mails < (SELECT r.places FROM room r WHERE r.member_ref = d.member_ref)
    RETURNING d.member_ref, d.mails
  )
  SELECT taken.member_ref AS member, taken.mails >= room.places AS last
  FROM taken JOIN room ON room.member_ref = taken.member_ref`;
