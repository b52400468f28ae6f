/** Who hears of cases: moderators of what waits, and authors of what is hidden and decided. Nobody is named to anybody. */
import { Injectable } from '@nestjs/common';
import { rowIdOf, type DomainEvent, type EntityRef, type Transaction } from '@hub/core/contract';
import {
  appealDecided,
  caseAppealed,
  caseDecided,
  casePrefix,
  caseReported,
  nameOpened,
  ownCasePrefix,
  pathOfCase,
  reportPrefix,
  type CaseDecision,
} from '@hub/plugins/moderation/contract';
import type { Addressee, NoticeFacts, NoticeSource, PageOfRows } from '@hub/plugins/subscriptions/contract';
import { isUnseen, moderators, thoseWhoLookAfter } from './unseen';

const decided: Readonly<Record<CaseDecision, string>> = {
  KEEP: 'A moderator looked at your post and keeps it',
  EDIT_OUT: 'A moderator cut some words out of your post',
  REMOVE: 'A moderator removed your post',
  LOCK_THREAD: 'A moderator looked at your post and closed the discussion to replies',
};

/** The author's own view of a case, by the id of the case. */
const ownViewOf = (kase: unknown): string => String(kase).replace(casePrefix, ownCasePrefix);

/**
 * To an author or to somebody who reported: in the hub alone. Administrators read to whom mail went and when, and would learn from that who
 * wrote what has no name, or who reported. Authors of what has their name get letters of their own.
 */
const quietly = (member: EntityRef, because: string, opens: string): Addressee => ({
  ...{ member, because, opens, inHubAlone: true },
});

/** Told to these people and to nobody else. */
function toldTo(subject: EntityRef, addressees: readonly Addressee[]): NoticeFacts {
  return { subject, happened: 'was looked at by a moderator', news: 'reply', circles: [], addressees };
}

async function caseOf(
  tx: Transaction,
  id: unknown,
): Promise<{ author: EntityRef; decidedBy: EntityRef | null } | null> {
  const rows = await tx.query<{ author: EntityRef; decidedBy: EntityRef | null }[]>(
    'SELECT author_ref AS author, decided_by AS "decidedBy" FROM moderation.listed_case WHERE id = $1',
    [rowIdOf(casePrefix, String(id))],
  );
  return rows[0] ?? null;
}

async function reportsOf(tx: Transaction, kase: unknown): Promise<{ id: string; member: EntityRef }[]> {
  return tx.query(
    'SELECT id, member_ref AS member FROM moderation.report WHERE case_id = $1 ORDER BY reported_at, id',
    [rowIdOf(casePrefix, String(kase))],
  );
}

async function toThoseWhoLookAfter(tx: Transaction, kase: string): Promise<Addressee[]> {
  const because = 'A post was reported, and no moderator can see this discussion. Ask one in';
  return (await thoseWhoLookAfter(tx, kase)).map(({ ref }) => ({ member: ref, because }));
}

@Injectable()
export class CaseReportedNotice implements NoticeSource {
  readonly event = caseReported.name;

  /**
   * Moderators hear of a new case, or, where none of them can take it on, those who look after the place; the author of what is hidden.
   * Whoever wrote it hears nothing of a case that hides nothing.
   */
  async read({ subject, facts }: DomainEvent, tx: Transaction): Promise<NoticeFacts | null> {
    const known = await caseOf(tx, facts.case);
    if (!known) return null;
    const { author } = known;
    const [opens, own] = [String(facts.case), ownViewOf(facts.case)];
    const because = 'Your post was reported for details of a patient, and is hidden until a moderator has looked at it';
    const toAuthor = facts.isHidden === true ? [quietly(author, because, own)] : [];
    if (facts.isNew !== true) return toldTo(subject, toAuthor);
    if (await isUnseen(tx, opens)) return toldTo(subject, [...toAuthor, ...(await toThoseWhoLookAfter(tx, opens))]);
    const toModerators = (await moderators(tx))
      .filter((member) => member !== author)
      .map((member) => ({ member, because: 'A post was reported and waits for a moderator', opens }));
    return toldTo(subject, [...toAuthor, ...toModerators]);
  }
}

@Injectable()
export class CaseDecidedNotice implements NoticeSource {
  readonly event = caseDecided.name;

  /** To the author, and to those who reported it: each opens what they may see of it. */
  async read({ subject, facts }: DomainEvent, tx: Transaction): Promise<NoticeFacts | null> {
    const known = await caseOf(tx, facts.case);
    if (!known) return null;
    const because = decided[facts.decision as CaseDecision];
    const toReporters = (await reportsOf(tx, facts.case)).map(({ member, id }) =>
      quietly(member, 'A moderator looked at what you reported', `${reportPrefix}:${id}`),
    );
    return toldTo(subject, [quietly(known.author, because, ownViewOf(facts.case)), ...toReporters]);
  }
}

@Injectable()
export class CaseAppealedNotice implements NoticeSource {
  readonly event = caseAppealed.name;

  /** To moderators who may answer: not to the one who decided, nor to the author, who knows. */
  async read({ subject, facts }: DomainEvent, tx: Transaction): Promise<NoticeFacts | null> {
    const known = await caseOf(tx, facts.case);
    if (!known) return null;
    const answering = (await moderators(tx)).filter((member) => ![known.author, known.decidedBy].includes(member));
    const because = 'An author appeals against what a moderator decided';
    return toldTo(
      subject,
      answering.map((member) => ({ member, because, opens: String(facts.case) })),
    );
  }
}

@Injectable()
export class AppealDecidedNotice implements NoticeSource {
  readonly event = appealDecided.name;

  async read({ subject, facts }: DomainEvent, tx: Transaction): Promise<NoticeFacts | null> {
    const known = await caseOf(tx, facts.case);
    if (!known) return null;
    const because =
      facts.upheld === true
        ? 'A moderator agrees with your appeal'
        : 'A moderator answered your appeal: the decision stands';
    return toldTo(subject, [quietly(known.author, because, ownViewOf(facts.case))]);
  }
}

@Injectable()
export class NameOpenedNotice implements NoticeSource {
  readonly event = nameOpened.name;

  async read({ subject, facts }: DomainEvent, tx: Transaction): Promise<NoticeFacts | null> {
    const known = await caseOf(tx, facts.case);
    const because = 'opened your name, as a moderator, on what you posted without it';
    return known && toldTo(subject, [quietly(known.author, because, ownViewOf(facts.case))]);
  }
}

/** Where mails to moderators lead. */
@Injectable()
export class CasePages implements PageOfRows {
  readonly prefix = casePrefix;
  readonly pathOf = pathOfCase;
}

export const moderationNotices = [
  CaseReportedNotice,
  CaseDecidedNotice,
  CaseAppealedNotice,
  AppealDecidedNotice,
  NameOpenedNotice,
];
