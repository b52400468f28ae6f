/** An evaluation. Its title, question (as summary), care models and who can see it stand in the directory. */
import type { EntityRef } from '@hub/core/contract';
import type {
  EvaluationMethod,
  EvaluationStatus,
  EvaluationVerdict,
  EvidenceStrength,
} from '@hub/plugins/evaluation/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const moment = { type: 'timestamptz', precision: 3 } as const;

export interface FigureFact {
  readonly label: string;
  readonly value: number;
  readonly unit: string | null;
}

export interface Correction {
  readonly at: string;
  readonly by: EntityRef;
  readonly note: string;
}

@Entity({ schema: 'evaluation', name: 'evaluation' })
export class EvaluationRecord {
  @PrimaryColumn({ type: 'text' }) ref: EntityRef;
  @Column({ name: 'about_ref', type: 'text' }) aboutRef: EntityRef;
  @Column({ name: 'site_ref', type: 'text' }) siteRef: EntityRef;
  @Column({ type: 'text' }) status: EvaluationStatus;
  @Column({ type: 'int' }) revision: number;
  @Column({ type: 'text', array: true }) methods: EvaluationMethod[];
  @Column({ name: 'method_note', type: 'text', nullable: true }) methodNote: string | null;
  @Column({ name: 'period_from', type: 'text', nullable: true }) periodFrom: string | null;
  @Column({ name: 'period_to', type: 'text', nullable: true }) periodTo: string | null;
  @Column({ type: 'text', nullable: true }) findings: string | null;
  @Column({ type: 'text', nullable: true }) verdict: EvaluationVerdict | null;
  @Column({ type: 'text', nullable: true }) sureness: EvidenceStrength | null;
  @Column({ type: 'text', nullable: true }) limitations: string | null;
  @Column({ type: 'jsonb' }) figures: FigureFact[];
  @Column({ type: 'text', nullable: true }) funding: string | null;
  @Column({ name: 'author_ref', type: 'text' }) authorRef: EntityRef;
  @Column({ name: 'created_at', ...moment }) createdAt: Date;
  @Column({ name: 'published_at', ...moment, nullable: true }) publishedAt: Date | null;
  @Column({ name: 'listed_at', ...moment }) listedAt: Date;
  /** Oldest first. */
  @Column({ type: 'jsonb' }) corrections: Correction[];
  @Column({ name: 'withdrawn_at', ...moment, nullable: true }) withdrawnAt: Date | null;
  @Column({ name: 'withdrawn_by', type: 'text', nullable: true }) withdrawnBy: EntityRef | null;
  @Column({ name: 'withdrawn_reason', type: 'text', nullable: true }) withdrawnReason: string | null;
  @Column({ type: 'boolean' }) illustrative: boolean;
}
