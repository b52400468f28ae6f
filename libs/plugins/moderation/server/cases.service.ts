/** Opening and deciding cases. */
import { Inject, Injectable } from '@nestjs/common';
import { rowIdOf } from '@hub/core/contract';
import {
  Access,
  Audit,
  badInput,
  Conflict,
  Directory,
  Forbidden,
  NotFound,
  Outbox,
  type Action,
} from '@hub/core/server';
import { caseDecided, casePrefix, type CaseDecision } from '@hub/plugins/moderation/contract';
import type { ModeratedPost } from '@hub/plugins/threads/contract';
import { DecisionLetters } from './decision-letters';
import { CaseRecord, ReportRecord } from './moderation.records';
import { Subjects } from './subjects';

export interface DecideInput {
  readonly case: string;
  readonly decision: CaseDecision;
  readonly reason: string;
  readonly cuts?: readonly string[] | null;
  readonly expectedRevision?: number | null;
}

/** A case with what it is about, both held until the transaction ends. */
export interface HeldCase {
  readonly record: CaseRecord;
  readonly subject: string;
  readonly post: ModeratedPost;
}

@Injectable()
export class CasesService {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(Subjects) private readonly subjects: Subjects,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(DecisionLetters) private readonly letters: DecisionLetters,
  ) {}

  /** The case, for a moderator who may see what it is about. NOT_FOUND for others, and about what they wrote themselves. */
  async hold({ tx, actor }: Action, id: string): Promise<HeldCase> {
    const uuid = rowIdOf(casePrefix, id);
    const known = uuid && (await tx.findOneBy(CaseRecord, { id: uuid }));
    if (!known) throw new NotFound();
    const subject = this.subjects.idOf(known);
    // As reports do: first the post, then the case, so that no two wait for each other.
    const post = await this.subjects.posts.hold(tx, subject);
    const record = await tx.findOneOrFail(CaseRecord, { where: { id: uuid }, lock: { mode: 'pessimistic_write' } });
    await this.access.requireVisible(tx, actor, post.thread);
    if (post.author === actor.ref) throw new NotFound();
    return { record, subject, post };
  }

  /** Says that the actor looks at it. Whoever was first stays named. */
  async open(action: Action, id: string): Promise<string> {
    const { tx, actor, at } = action;
    const { record, post, subject } = await this.hold(action, id);
    if (record.openedBy || record.decidedAt) return id;
    await tx.update(CaseRecord, { id: record.id }, { openedBy: actor.ref, openedAt: at });
    await this.audit.add(tx, {
      ...{ action: 'case.opened', actor: actor.ref, subject: post.thread },
      facts: { case: id, subject },
    });
    return id;
  }

  /** Decides it. FORBIDDEN for whoever reported it; CONFLICT, with what was decided, when it is decided already. */
  async decide(action: Action, input: DecideInput): Promise<string> {
    const { tx, actor, at } = action;
    const held = await this.hold(action, input.case);
    await this.requireUndecided(action, held);
    await requireNoReporter(action, held.record);
    const reason = input.reason.trim();
    await this.carryOut(action, held, input);
    const { revision: decidedRevision } = await this.subjects.posts.hold(tx, held.subject);
    await tx.update(
      CaseRecord,
      { id: held.record.id },
      { decision: input.decision, decisionReason: reason, decidedBy: actor.ref, decidedAt: at, decidedRevision },
    );
    await this.audit.add(tx, {
      ...{ action: 'case.decided', actor: actor.ref, subject: held.post.thread },
      facts: { case: input.case, subject: held.subject, decision: input.decision },
    });
    await this.outbox.add(tx, {
      ...{ name: caseDecided.name, subject: held.post.thread, actor: null, at },
      facts: { case: input.case, decision: input.decision },
    });
    await this.letters.decided(action, held, input.decision);
    return input.case;
  }

  private async carryOut(action: Action, { subject }: HeldCase, input: DecideInput): Promise<void> {
    const { posts } = this.subjects;
    if (input.decision === 'REMOVE') return posts.remove(action, subject);
    if (input.decision === 'EDIT_OUT') return posts.cutOut(action, subject, cutIn(input));
    if (input.decision === 'LOCK_THREAD') await posts.setThreadLocked(action, subject, true);
    await posts.restore(action, subject);
  }

  private async requireUndecided({ tx }: Action, { record }: HeldCase): Promise<void> {
    const { decision, decidedAt, decidedBy, decisionReason } = record;
    if (!decidedAt) return;
    const by = decidedBy && (await this.directory.get(tx, decidedBy))?.title;
    throw new Conflict('Another moderator has decided this meanwhile', {
      ...{ decision, decidedAt: decidedAt.toISOString(), decidedBy: by, reason: decisionReason },
    });
  }
}

/** Throws FORBIDDEN for whoever reported what the case is about. */
export async function requireNoReporter({ tx, actor }: Action, { id }: CaseRecord): Promise<void> {
  if (await tx.existsBy(ReportRecord, { caseId: id, memberRef: actor.ref }))
    throw new Forbidden('You reported this yourself, so another moderator decides');
}

function cutIn({ cuts, expectedRevision }: DecideInput): { expectedRevision: number; passages: string[] } {
  if (typeof expectedRevision !== 'number')
    throw badInput('input.expectedRevision', 'Say which revision you looked at');
  return { expectedRevision, passages: [...(cuts ?? [])] };
}
