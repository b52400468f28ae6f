/** Moderation's records. None of them holds a word of what was reported, or says who wrote it. */
import type { EntityRef } from '@hub/core/contract';
import type { CaseDecision, ReportReason } from '@hub/plugins/moderation/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const moment = { type: 'timestamptz', precision: 3 } as const;

/** One thing that was reported, from the first report to the decision. */
@Entity({ schema: 'moderation', name: 'case_record' })
export class CaseRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** `post`; with the key the id of what it is about. */
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind: string;
  @Column({ name: 'subject_key', type: 'uuid' }) subjectKey: string;
  /** 1 for details of a patient, 2 for harm, 3 for all else. */
  @Column({ type: 'int' }) urgency: number;
  @Column({ name: 'reported_at', ...moment }) reportedAt: Date;
  /** It was hidden at once, so its author knows of the case before it is decided. */
  @Column({ name: 'hid_it', type: 'boolean' }) hidIt: boolean;
  @Column({ name: 'opened_by', type: 'text', nullable: true }) openedBy: EntityRef | null;
  @Column({ name: 'opened_at', ...moment, nullable: true }) openedAt: Date | null;
  @Column({ type: 'text', nullable: true }) decision: CaseDecision | null;
  @Column({ name: 'decision_reason', type: 'text', nullable: true }) decisionReason: string | null;
  @Column({ name: 'decided_by', type: 'text', nullable: true }) decidedBy: EntityRef | null;
  @Column({ name: 'decided_at', ...moment, nullable: true }) decidedAt: Date | null;
  /** The revision of the subject that was decided on. */
  @Column({ name: 'decided_revision', type: 'int', nullable: true }) decidedRevision: number | null;
}

/** One member's report of one thing. */
@Entity({ schema: 'moderation', name: 'report' })
export class ReportRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId: string;
  @Column({ name: 'subject_key', type: 'uuid' }) subjectKey: string;
  @Column({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @Column({ type: 'text' }) reason: ReportReason;
  @Column({ type: 'text', nullable: true }) words: string | null;
  @Column({ name: 'reported_at', ...moment }) reportedAt: Date;
}

/** What the author says against a decision, once. */
@Entity({ schema: 'moderation', name: 'appeal' })
export class AppealRecord {
  @PrimaryColumn({ name: 'case_id', type: 'uuid' }) caseId: string;
  @Column({ type: 'text' }) words: string;
  @Column({ name: 'made_at', ...moment }) madeAt: Date;
  @Column({ type: 'boolean', nullable: true }) upheld: boolean | null;
  @Column({ type: 'text', nullable: true }) answer: string | null;
  @Column({ name: 'decided_by', type: 'text', nullable: true }) decidedBy: EntityRef | null;
  @Column({ name: 'decided_at', ...moment, nullable: true }) decidedAt: Date | null;
}

/** A moderator saw who wrote a post without a name. */
@Entity({ schema: 'moderation', name: 'name_opening' })
export class NameOpeningRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId: string;
  @Column({ name: 'by_ref', type: 'text' }) byRef: EntityRef;
  @Column({ type: 'text' }) reason: string;
  @Column({ name: 'opened_at', ...moment }) openedAt: Date;
  @Column({ ...moment }) until: Date;
}
