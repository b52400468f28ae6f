/** Tells somebody of a case that no moderator can take on: moderators by a letter without its content, those who look after the place by a notice. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfRole, rowIdOf, type EntityRef, type Transaction } from '@hub/core/contract';
import { Links, Mail, visibleSql, type Action } from '@hub/core/server';
import { People } from '@hub/plugins/identity/contract';
import { casePrefix, moderationPage } from '@hub/plugins/moderation/contract';
import { isForNobody, keysOfThoseWhoLookAfter } from './unseen.sql';

/** Whether no moderator can take on a case. */
export async function isUnseen(tx: Transaction, kase: string): Promise<boolean> {
  const rows = await tx.query<{ unseen: boolean }[]>(
    `SELECT ${isForNobody('c')} AS unseen FROM moderation.listed_case c WHERE c.id = $1`,
    [rowIdOf(casePrefix, kase)],
  );
  return rows[0]?.unseen ?? false;
}

/** Who sees the place of a case and looks after it, but for the author of what was reported. */
export function thoseWhoLookAfter(tx: Transaction, kase: string): Promise<{ ref: EntityRef }[]> {
  return tx.query(
    `SELECT a.ref FROM moderation.listed_case c JOIN core.entity e ON e.ref = c.thread_ref
       JOIN core.account a ON a.keys && ${keysOfThoseWhoLookAfter('e')} AND a.suspended_at IS NULL AND ${visibleSql('e', 'a.keys')}
     WHERE c.id = $1 AND a.ref <> c.author_ref ORDER BY a.ref`,
    [rowIdOf(casePrefix, kase)],
  );
}

export async function moderators(tx: Transaction): Promise<EntityRef[]> {
  const rows = await tx.query<{ ref: EntityRef }[]>(
    'SELECT ref FROM core.account WHERE $1 = ANY(keys) AND suspended_at IS NULL ORDER BY ref',
    [keyOfRole('moderator')],
  );
  return rows.map(({ ref }) => ref);
}

@Injectable()
export class UnseenLetters {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Links) private readonly links: Links,
  ) {}

  /** One letter to each moderator who has an address, when nobody of them can take on the case. It says nothing of it. */
  async write({ tx, at }: Action, kase: string): Promise<void> {
    if (!(await isUnseen(tx, kase))) return;
    for (const member of await moderators(tx)) {
      const to = await this.people.emailOf(tx, member);
      if (!to) continue;
      await this.mail.write(tx, {
        ...{ to, member, at, subject: 'A case waits that no moderator can see' },
        needs: [keyOfRole('moderator')],
        paragraphs: [
          'A post was reported in a place that only some people see, and no moderator who could decide is among them.',
          'Those who look after that place have been told, and can ask a moderator in.',
        ],
        action: { label: 'See what you can do', href: this.links.absolute(moderationPage) },
        footer: ['You get this letter because you are a moderator. It cannot be switched off.'],
      });
    }
  }
}
