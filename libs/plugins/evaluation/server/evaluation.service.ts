/** What people do with evaluations. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { badInput, BadUserInput, Directory, NotFound, Outbox, type Action, type FieldProblem } from '@hub/core/server';
import {
  canBeEvaluated,
  evaluatesRelation,
  evaluationCorrected,
  evaluationPublished,
  evaluationWithdrawn,
  missingFrom,
  type EvaluationStatus,
} from '@hub/plugins/evaluation/contract';
import {
  blankProblems,
  changed,
  periodProblems,
  type EvaluationChanges,
  type EvaluationText,
} from './evaluation.rules';
import { EvaluationStore } from './evaluation.store';

export interface CreateEvaluation {
  readonly about: EntityRef;
  readonly title: string;
  readonly question: string;
}

export interface UpdateEvaluation extends EvaluationChanges {
  readonly id: EntityRef;
  readonly expectedRevision: number;
  readonly correction?: string | null;
}

export interface PublishEvaluation {
  readonly id: EntityRef;
  readonly expectedRevision: number;
}

export interface WithdrawEvaluation extends PublishEvaluation {
  readonly reason: string;
}

@Injectable()
export class EvaluationService {
  constructor(
    @Inject(EvaluationStore) private readonly store: EvaluationStore,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Begins a draft and gives its reference. Callers have asked whether the actor may evaluate what it is about. */
  async create(action: Action, input: CreateEvaluation, illustrative = false): Promise<EntityRef> {
    const { tx, actor, at } = action;
    if (!canBeEvaluated(input.about)) throw badInput('input.about', 'Choose an intervention or an adaptation');
    const about = await this.directory.get(tx, input.about);
    if (!about?.ownerRef) throw new NotFound();
    const text = changed(nothing, input);
    const ref = await this.store.freeRef(tx, about.ownerRef, text.title);
    const record = {
      ...{ ref, aboutRef: about.ref, siteRef: about.ownerRef, status: 'DRAFT' as const, revision: 1, illustrative },
      ...{ authorRef: actor.ref, createdAt: at, publishedAt: null, listedAt: at, corrections: [] },
      ...{ withdrawnAt: null, withdrawnBy: null, withdrawnReason: null },
      ...columnsOf(text),
    };
    await this.store.add(action, { record, text });
    await this.directory.link(tx, ref, evaluatesRelation, about.ref);
    return ref;
  }

  /** Changes it. Throws CONFLICT when stale; BAD_USER_INPUT for a published one without a note of what was put right. */
  async update(action: Action, input: UpdateEvaluation): Promise<EntityRef> {
    const { record, text: before } = await this.store.hold(action.tx, input.id, input.expectedRevision);
    const text = changed(before, input);
    const note = input.correction?.trim() ?? '';
    const problems = problemsOf(text, record.status, note);
    if (problems.length > 0) throw new BadUserInput(problems);
    const isCorrection = record.status !== 'DRAFT';
    const { at, actor } = action;
    const corrections = isCorrection
      ? [...record.corrections, { at: at.toISOString(), by: actor.ref, note }]
      : record.corrections;
    await this.store.save(action, { record: { ...record, corrections }, text });
    if (isCorrection) await this.tell(action, record.ref, evaluationCorrected.name);
    return record.ref;
  }

  /** Opens it to others, the first time or again. Throws CONFLICT when stale, BAD_USER_INPUT for what it does not say yet. */
  async publish(action: Action, input: PublishEvaluation): Promise<EntityRef> {
    const { record, text } = await this.store.hold(action.tx, input.id, input.expectedRevision);
    if (record.status === 'PUBLISHED') throw badInput('input.id', 'It is published already');
    const missing = missingFrom(text).map(({ field, message }) => ({ path: field, message }));
    if (missing.length > 0) throw new BadUserInput(missing);
    const first = record.publishedAt === null;
    const publishedAt = record.publishedAt ?? action.at;
    const opened = { status: 'PUBLISHED' as const, publishedAt, listedAt: publishedAt };
    const nothingWithdrawn = { withdrawnAt: null, withdrawnBy: null, withdrawnReason: null };
    await this.store.save(action, { record: { ...record, ...opened, ...nothingWithdrawn }, text });
    await this.tell(action, record.ref, evaluationPublished.name, { first });
    return record.ref;
  }

  /** Takes it back, in the open. Throws CONFLICT when stale, BAD_USER_INPUT when it is not published. */
  async withdraw(action: Action, input: WithdrawEvaluation): Promise<EntityRef> {
    const { record, text } = await this.store.hold(action.tx, input.id, input.expectedRevision);
    if (record.status !== 'PUBLISHED') throw badInput('input.id', 'Only what is published can be withdrawn');
    const withdrawn = {
      status: 'WITHDRAWN' as const,
      ...{ withdrawnAt: action.at, withdrawnBy: action.actor.ref, withdrawnReason: input.reason.trim() },
    };
    await this.store.save(action, { record: { ...record, ...withdrawn }, text });
    await this.tell(action, record.ref, evaluationWithdrawn.name);
    return record.ref;
  }

  private tell({ tx, actor, at }: Action, subject: EntityRef, name: string, facts: Record<string, unknown> = {}) {
    return this.outbox.add(tx, { name, subject, actor: actor.ref, at, facts });
  }
}

/** A published one keeps saying all that readers need, and says what was put right. */
function problemsOf(text: EvaluationText, status: EvaluationStatus, note: string): FieldProblem[] {
  const problems = [...blankProblems(text), ...periodProblems(text)];
  if (problems.length > 0 || status === 'DRAFT') return problems;
  return [
    ...missingFrom(text).map(({ field, message }) => ({ path: `input.${field}`, message })),
    ...(note ? [] : [{ path: 'input.correction', message: 'Say what you put right, for those who read it before' }]),
  ];
}

function columnsOf({ title: _title, question: _question, ...columns }: EvaluationText) {
  return columns;
}

const nothing: EvaluationText = {
  ...{ title: '', question: '', methods: [], methodNote: null, periodFrom: null, periodTo: null, findings: null },
  ...{ verdict: null, sureness: null, limitations: null, figures: [], funding: null },
};
