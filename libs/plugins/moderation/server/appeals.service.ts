/** Appeals: the author says once why a decision is wrong; a moderator who did not decide answers. */
import { Inject, Injectable } from '@nestjs/common';
import { rowIdOf, type EntityRef } from '@hub/core/contract';
import { Access, Audit, Conflict, Forbidden, NotFound, Outbox, type Action } from '@hub/core/server';
import { appealDecided, caseAppealed, casePrefix, ownCasePrefix } from '@hub/plugins/moderation/contract';
import { CasesService, requireNoReporter, type HeldCase } from './cases.service';
import { DecisionLetters } from './decision-letters';
import { AppealRecord, CaseRecord } from './moderation.records';
import { Subjects } from './subjects';
import { UnseenLetters } from './unseen';

@Injectable()
export class AppealsService {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(Subjects) private readonly subjects: Subjects,
    @Inject(CasesService) private readonly cases: CasesService,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(DecisionLetters) private readonly letters: DecisionLetters,
    @Inject(UnseenLetters) private readonly unseen: UnseenLetters,
  ) {}

  /** The author's own, once. NOT_FOUND for what is not theirs, FORBIDDEN while nothing is decided or all is kept, CONFLICT the second time. */
  async make(action: Action, input: { case: string; words: string }): Promise<string> {
    const { tx, actor, at } = action;
    const uuid = rowIdOf(ownCasePrefix, input.case);
    const known = uuid && (await tx.findOneBy(CaseRecord, { id: uuid }));
    if (!known) throw new NotFound();
    const subject = this.subjects.idOf(known);
    const post = await this.subjects.posts.hold(tx, subject);
    await this.access.requireVisible(tx, actor, post.thread);
    if (post.author !== actor.ref) throw new NotFound();
    const record = await tx.findOneByOrFail(CaseRecord, { id: known.id });
    if (!record.decision || record.decision === 'KEEP')
      throw new Forbidden('Nothing was decided that you could appeal against');
    if (await tx.existsBy(AppealRecord, { caseId: record.id })) throw new Conflict('You have appealed already');
    await tx.insert(AppealRecord, { caseId: record.id, words: input.words.trim(), madeAt: at });
    const id = `${casePrefix}:${record.id}`;
    // The log is read by administrators: whoever wrote without a name is not named in it either.
    const by = post.anonymous ? null : actor.ref;
    await this.tell(action, 'case.appealed', by, { thread: post.thread, case: id, subject });
    await this.outbox.add(tx, { name: caseAppealed.name, subject: post.thread, actor: null, at, facts: { case: id } });
    await this.unseen.write(action, id);
    return input.case;
  }

  /** Restores what was removed, or opens what was closed, when it is upheld; what was cut out stays gone. */
  async decide(action: Action, input: { case: string; upheld: boolean; answer: string }): Promise<string> {
    const { tx, actor, at } = action;
    const held = await this.cases.hold(action, input.case);
    const { record, post, subject } = held;
    const appeal = await tx.findOne(AppealRecord, {
      where: { caseId: record.id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!appeal) throw new NotFound();
    if (appeal.decidedAt) throw new Conflict('Another moderator has answered this appeal meanwhile');
    if (record.decidedBy === actor.ref)
      throw new Forbidden('You made this decision, so another moderator answers the appeal');
    await requireNoReporter(action, record);
    const { upheld } = input;
    await tx.update(
      AppealRecord,
      { caseId: record.id },
      { upheld, answer: input.answer.trim(), decidedBy: actor.ref, decidedAt: at },
    );
    if (upheld) await this.undo(action, held);
    await this.tell(action, 'appeal.decided', actor.ref, { thread: post.thread, case: input.case, subject, upheld });
    const facts = { case: input.case, upheld };
    await this.outbox.add(tx, { name: appealDecided.name, subject: post.thread, actor: null, at, facts });
    await this.letters.appealDecided(action, held, upheld);
    return input.case;
  }

  private async undo(action: Action, { record, subject }: HeldCase): Promise<void> {
    if (record.decision === 'REMOVE') await this.subjects.posts.restore(action, subject);
    if (record.decision === 'LOCK_THREAD') await this.subjects.posts.setThreadLocked(action, subject, false);
  }

  private async tell(
    { tx }: Action,
    done: string,
    actor: EntityRef | null,
    { thread, ...facts }: { thread: EntityRef; case: string; subject: string; upheld?: boolean },
  ): Promise<void> {
    await this.audit.add(tx, { action: done, actor, subject: thread, facts });
  }
}
