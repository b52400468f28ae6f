/** Reporting something: one report of a member for each thing. Details of a patient are hidden at once. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import {
  Attempts,
  Audit,
  badInput,
  Conflict,
  Forbidden,
  Outbox,
  type Action,
  type AttemptLimit,
} from '@hub/core/server';
import { casePrefix, caseReported, reportPrefix, urgencyOf, type ReportReason } from '@hub/plugins/moderation/contract';
import type { ModeratedPost } from '@hub/plugins/threads/contract';
import { CaseRecord, ReportRecord } from './moderation.records';
import { Subjects, type Subject } from './subjects';
import { UnseenLetters } from './unseen';

export interface ReportInput {
  readonly subject: string;
  readonly reason: ReportReason;
  readonly words?: string | null;
}

/** Enough for whoever reads a whole discussion gone wrong; too few to hide other people's posts for sport. */
const reportsAnHour: AttemptLimit = { what: 'reports by member', most: 10, withinSeconds: 3600 };

@Injectable()
export class ReportsService {
  constructor(
    @Inject(Subjects) private readonly subjects: Subjects,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(UnseenLetters) private readonly unseen: UnseenLetters,
  ) {}

  /**
   * Reports what the actor can see and did not write. CONFLICT for a second report of theirs, FORBIDDEN for what is removed or hidden
   * already, RATE_LIMITED past 10 an hour. Gives the report's id.
   */
  async report(action: Action, input: ReportInput): Promise<string> {
    const subject = this.subjects.named(input.subject);
    await this.attempts.count(reportsAnHour, action.actor.ref);
    return this.make(action, subject, input);
  }

  /** The same without counting how often it was tried: for the demonstration. */
  async make(action: Action, subject: Subject, input: ReportInput): Promise<string> {
    const { tx, actor, at } = action;
    const words = input.words?.trim() || null;
    if (input.reason === 'OTHER' && !words) throw badInput('input.words', 'Say what is wrong with it');
    const post = await this.subjects.posts.hold(tx, input.subject);
    await this.requireReportable(action, subject, post);
    const kase = await this.openCase(action, subject, input.reason);
    const report = { id: randomUUID(), caseId: kase.id, subjectKey: subject.key, reason: input.reason, words };
    await tx.insert(ReportRecord, { ...report, memberRef: actor.ref, reportedAt: at });
    const isHidden = input.reason === 'PATIENT_DETAILS' && !(await this.wasKept(action, subject, post.revision));
    if (isHidden) {
      await tx.update(CaseRecord, { id: kase.id }, { hidIt: true });
      await this.subjects.posts.hide(action, input.subject);
    }
    const id = `${casePrefix}:${kase.id}`;
    const told = { case: id, report: `${reportPrefix}:${report.id}`, subject: input.subject, reason: input.reason };
    // Who reported is for moderators alone: it stands in the report that this names, and not in the log.
    await this.audit.add(tx, {
      action: 'report.made',
      actor: null,
      subject: post.thread,
      facts: { ...told, isHidden },
    });
    await this.raise(action, post.thread, { case: id, isNew: kase.isNew, isHidden });
    if (kase.isNew) await this.unseen.write(action, id);
    return `${reportPrefix}:${report.id}`;
  }

  private async requireReportable({ tx, actor }: Action, { key }: Subject, post: ModeratedPost): Promise<void> {
    if (post.author === actor.ref)
      throw badInput('input.subject', 'You wrote this yourself. You can edit or remove it');
    if (await tx.existsBy(ReportRecord, { subjectKey: key, memberRef: actor.ref }))
      throw new Conflict('You have reported this already. What came of it is in your reports');
    if (post.removed) throw new Forbidden('This post was removed');
    if (post.hidden) throw new Forbidden('This post is hidden while a moderator looks at it');
  }

  /** The case that is open about it, or a new one. The post is held, so that two reports do not open two. */
  private async openCase({ tx, at }: Action, { kind, key }: Subject, reason: ReportReason) {
    const urgency = urgencyOf(reason);
    const [open] = await tx.query<{ id: string; urgency: number }[]>(
      'SELECT id, urgency FROM moderation.case_record WHERE subject_key = $1 AND decided_at IS NULL FOR UPDATE',
      [key],
    );
    if (open) {
      if (urgency < open.urgency) await tx.update(CaseRecord, { id: open.id }, { urgency });
      return { id: open.id, isNew: false };
    }
    const id = randomUUID();
    await tx.insert(CaseRecord, { id, subjectKind: kind, subjectKey: key, urgency, reportedAt: at, hidIt: false });
    return { id, isNew: true };
  }

  /** A moderator has looked at these very words and kept them: another report does not hide them again. */
  private wasKept({ tx }: Action, { key }: Subject, revision: number): Promise<boolean> {
    return tx.existsBy(CaseRecord, { subjectKey: key, decision: 'KEEP', decidedRevision: revision });
  }

  private async raise({ tx, at }: Action, subject: EntityRef, facts: object): Promise<void> {
    await this.outbox.add(tx, { name: caseReported.name, subject, actor: null, at, facts: { ...facts } });
  }
}
