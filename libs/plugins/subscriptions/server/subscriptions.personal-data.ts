/** What subscriptions keep of a person: what they follow, how they are told by mail, and what they were told. */
import { Injectable } from '@nestjs/common';
import type { Acting, EntityRef } from '@hub/core/contract';
import { refSeenBySql } from '@hub/core/server';
import type { PersonalData } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class SubscriptionsPersonalData implements PersonalData {
  readonly name = 'following';

  async export(tx: EntityManager, member: EntityRef): Promise<unknown> {
    const [row] = await tx.query<{ kept: unknown }[]>(
      `SELECT json_build_object(
         'follows', (SELECT coalesce(json_agg(json_build_object('target', ${refSeenBySql('target_ref', '$1')}, 'level', level,
            'leaveOut', leave_out, 'wholeFamily', whole_family, 'mailed', mailed, 'since', since)
            ORDER BY since, target_ref), '[]') FROM subscriptions.follow WHERE member_ref = $1),
         'switchedOff', (SELECT coalesce(json_agg(json_build_object('rule', rule, 'at', at) ORDER BY rule), '[]')
            FROM subscriptions.switched_off WHERE member_ref = $1),
         'mailSettings', (SELECT json_build_object('mailed', mailed, 'forYou', for_you, 'day', day, 'mostADay', most_a_day)
            FROM subscriptions.mail_setting WHERE member_ref = $1),
         'mailsWithNews', (SELECT coalesce(json_agg(json_build_object('kind', kind, 'at', created_at) ORDER BY created_at, id), '[]')
            FROM subscriptions.letter WHERE member_ref = $1),
         'repliesByMail', (SELECT coalesce(json_agg(json_build_object('at', received_at, 'outcome', outcome::json) ORDER BY received_at), '[]')
            FROM subscriptions.received_mail WHERE member_ref = $1),
         'notifications', (SELECT coalesce(json_agg(json_build_object('subject', ${refSeenBySql('subject_ref', '$1')}, 'happened', happened,
            'at', created_at, 'readAt', read_at) ORDER BY created_at, id), '[]')
            FROM subscriptions.notification WHERE member_ref = $1)
       ) AS kept`,
      [member],
    );
    return row?.kept ?? null;
  }

  async erase({ tx }: Acting, member: EntityRef): Promise<void> {
    for (const table of [
      'follow',
      'switched_off',
      'mail_setting',
      'mail_day',
      'letter',
      'received_mail',
      'notification',
    ])
      await tx.query(`DELETE FROM subscriptions.${table} WHERE member_ref = $1`, [member]);
  }
}
