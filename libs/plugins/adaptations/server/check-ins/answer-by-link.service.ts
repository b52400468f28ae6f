/** What a link in a mail tells and does, without signing in: it answers one question for one person, as they could on the page. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { actionOf, Audit, Database, visibleSql } from '@hub/core/server';
import { checkInPrefix, type CheckInAnswer } from '@hub/plugins/adaptations/contract';
import type { EntityManager } from 'typeorm';
import { CheckInLinks, type CheckInLink } from './check-in-links';
import { isOpenSql } from './check-in.read';
import { CheckInsService } from './check-ins.service';

export interface ToldCheckIn {
  readonly member: string;
  readonly adaptation: EntityRef;
  readonly title: string;
  readonly site: string;
  readonly quietSince: Date;
  readonly answered: CheckInAnswer | null;
  readonly answeredBy: string | null;
}

export type ToldLink =
  | { readonly state: 'EXPIRED' | 'UNKNOWN' }
  | (ToldCheckIn & { readonly state: 'OPEN' | 'ANSWERED' | 'PAST'; readonly answer: CheckInAnswer });

interface Question extends ToldCheckIn {
  readonly isOpen: boolean;
}

@Injectable()
export class AnswerByLink {
  constructor(
    @Inject(Audit) private readonly audit: Audit,
    @Inject(CheckInLinks) private readonly links: CheckInLinks,
    @Inject(CheckInsService) private readonly checkIns: CheckInsService,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** What a link would do, and for whom. Changes nothing. */
  tell(token: string): Promise<ToldLink> {
    return this.read(this.database.source.manager, token);
  }

  /**
   * Answers, for a link that is good and may answer by itself, and tells what has come of the question. Harmless to repeat. The audit log
   * says that it was done by a link.
   */
  act(token: string): Promise<ToldLink> {
    return this.database.transaction(async (tx) => {
      const told = await this.read(tx, token);
      const link = this.links.open(token, new Date());
      if (told.state !== 'OPEN' || told.answer === 'STOPPED' || !link) return told;
      const action = await actionOf(tx, link.member, new Date());
      const { adaptation, answer } = told;
      await this.checkIns.answer(action, { adaptation, checkIn: `${checkInPrefix}:${link.id}`, answer });
      const entry = { action: 'adaptation.answered-by-link', actor: link.member, subject: adaptation };
      await this.audit.add(tx, { ...entry, facts: { answer } });
      return this.read(tx, token);
    });
  }

  private async read(tx: EntityManager, token: string): Promise<ToldLink> {
    const link = this.links.open(token, new Date());
    if (!link) return { state: 'UNKNOWN' };
    if (link.isExpired) return { state: 'EXPIRED' };
    const question = await this.questionOf(tx, link);
    if (!question) return { state: 'UNKNOWN' };
    const { isOpen, ...told } = question;
    const settled = told.answered === null ? 'PAST' : 'ANSWERED';
    return { ...told, answer: link.answer, state: isOpen ? 'OPEN' : settled };
  }

  /** For who writes for its site now, and sees it; null for anybody else. */
  private async questionOf(tx: EntityManager, { member, id }: CheckInLink): Promise<Question | null> {
    const [row] = await tx.query<(Question & { readonly keys: string[] })[]>(
      `SELECT me.title AS member, a.ref AS adaptation, e.title, site.title AS site, c.quiet_since AS "quietSince",
         c.answer AS answered, who.title AS "answeredBy", ${isOpenSql('c')} AS "isOpen", account.keys
       FROM adaptations.check_in c JOIN adaptations.adaptation a ON a.ref = c.adaptation_ref
         JOIN core.account account ON account.ref = $2 AND account.suspended_at IS NULL
         JOIN core.entity me ON me.ref = account.ref
         JOIN core.entity e ON e.ref = a.ref AND ${visibleSql('e', 'account.keys')}
         JOIN core.entity site ON site.ref = a.site_ref
         LEFT JOIN core.entity who ON who.ref = c.answered_by AND ${visibleSql('who', 'account.keys')}
       WHERE c.id = $1`,
      [id, member],
    );
    if (!row) return null;
    const { keys, ...question } = row;
    return (await this.links.isFor(tx, id, keys)) ? question : null;
  }
}
