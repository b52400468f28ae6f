/** How a team is asked: in its inboxes, and by mail with the answers as links. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfSiteEditors, rowIdOf, type DomainEvent, type EntityRef } from '@hub/core/contract';
import type { DefaultRule } from '@hub/core/server';
import {
  adaptationWentQuiet,
  checkInAnswers,
  checkInPrefix,
  checkInWords,
  pathOfCheckIn,
  quietDays,
} from '@hub/plugins/adaptations/contract';
import type {
  AnswerByLink,
  MailReader,
  NoticeFacts,
  NoticeSource,
  PageOfRows,
  QuestionInMail,
} from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { CheckInLinks } from './check-in-links';
import { isOpen } from './check-ins.service';

/** Switched off, a member is not asked; the others of the team are. */
export const checkInRule: DefaultRule = {
  name: 'adaptations.check-ins',
  label: `Adaptations of your site that had no word for ${quietDays} days`,
  because: 'You write for the site',
};

const because = `Still going, stopped, or busy? Nothing was recorded for ${quietDays} days`;

@Injectable()
export class WentQuietNotice implements NoticeSource {
  readonly event = adaptationWentQuiet.name;

  /** To those who edit for its site, while nobody has answered and nothing was said. */
  async read({ subject, facts }: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const opens = String(facts.checkIn);
    const id = rowIdOf(checkInPrefix, opens);
    if (!id || !(await isOpen(tx, id))) return null;
    const team = await tx.query<{ member: EntityRef }[]>(
      `SELECT account.ref AS member FROM adaptations.adaptation a JOIN core.account account ON ($2 || a.site_ref) = ANY(account.keys)
       WHERE a.ref = $1 ORDER BY account.ref`,
      [subject, keyOfSiteEditors('')],
    );
    const addressees = team.map(({ member }) => ({ member, because, opens, rule: checkInRule.name }));
    return { subject, happened: because, news: 'first', circles: [], addressees };
  }
}

@Injectable()
export class WentQuietInMail implements QuestionInMail {
  readonly event = adaptationWentQuiet.name;

  constructor(@Inject(CheckInLinks) private readonly links: CheckInLinks) {}

  async answers(
    tx: EntityManager,
    { checkIn }: DomainEvent['facts'],
    { ref, keys }: MailReader,
  ): Promise<readonly AnswerByLink[] | null> {
    const id = rowIdOf(checkInPrefix, String(checkIn));
    if (!id || !(await this.links.isFor(tx, id, keys)) || !(await isOpen(tx, id))) return null;
    return checkInAnswers.map((answer) => ({
      label: checkInWords[answer],
      href: this.links.addressOf({ answer, member: ref, id }, new Date()),
    }));
  }
}

@Injectable()
export class PagesOfCheckIns implements PageOfRows {
  readonly prefix = checkInPrefix;
  readonly pathOf = pathOfCheckIn;
}
