/** One site's work on one published version. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AdaptationDecision, AdaptationStage } from '@hub/plugins/adaptations/contract';

const moment = { type: 'timestamptz', precision: 3 } as const;

@Entity({ schema: 'adaptations', name: 'adaptation' })
export class AdaptationRecord {
  @PrimaryColumn({ type: 'text' }) ref: EntityRef;
  @Column({ name: 'source_ref', type: 'text' }) sourceRef: EntityRef;
  @Column({ name: 'source_version_id', type: 'uuid' }) sourceVersionId: string;
  @Column({ name: 'source_number', type: 'int' }) sourceNumber: number;
  @Column({ name: 'site_ref', type: 'text' }) siteRef: EntityRef;
  @Column({ name: 'result_ref', type: 'text', nullable: true }) resultRef: EntityRef | null;
  @Column({ type: 'text', nullable: true }) why: string | null;
  @Column({ type: 'text' }) stage: AdaptationStage;
  @Column({ type: 'text', nullable: true }) decision: AdaptationDecision | null;
  @Column({ type: 'int' }) revision: number;
  @Column({ name: 'started_at', ...moment }) startedAt: Date;
  @Column({ name: 'shared_at', ...moment, nullable: true }) sharedAt: Date | null;
  @Column({ name: 'published_at', ...moment, nullable: true }) publishedAt: Date | null;
}
