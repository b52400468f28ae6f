/** What is recorded along the way: findings, changes, moves. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AdaptationStage, SuitabilityKind } from '@hub/plugins/adaptations/contract';

const moment = { type: 'timestamptz', precision: 3 } as const;

export interface FigureFact {
  readonly label: string;
  readonly value: number;
  readonly unit: string | null;
}

@Entity({ schema: 'adaptations', name: 'suitability' })
export class SuitabilityRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'adaptation_ref', type: 'text' }) adaptationRef: EntityRef;
  @Column({ type: 'text' }) kind: SuitabilityKind;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text' }) finding: string;
  @Column({ type: 'boolean', nullable: true }) supports: boolean | null;
  @Column({ type: 'jsonb' }) figures: FigureFact[];
  @Column({ name: 'happened_on', ...moment, nullable: true }) happenedOn: Date | null;
  @Column({ name: 'recorded_at', ...moment }) recordedAt: Date;
  @Column({ name: 'recorded_by', type: 'text' }) recordedBy: EntityRef;
}

@Entity({ schema: 'adaptations', name: 'modification' })
export class ModificationRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'adaptation_ref', type: 'text' }) adaptationRef: EntityRef;
  @Column({ type: 'text' }) what: string;
  @Column({ type: 'text' }) why: string;
  @Column({ type: 'text', array: true }) codes: string[];
  @Column({ type: 'boolean', nullable: true }) planned: boolean | null;
  @Column({ name: 'fidelity_consistent', type: 'boolean', nullable: true }) fidelityConsistent: boolean | null;
  @Column({ name: 'section_keys', type: 'text', array: true }) sectionKeys: string[];
  @Column({ name: 'recorded_at', ...moment }) recordedAt: Date;
  @Column({ name: 'recorded_by', type: 'text' }) recordedBy: EntityRef;
}

@Entity({ schema: 'adaptations', name: 'stage_change' })
export class StageChangeRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'adaptation_ref', type: 'text' }) adaptationRef: EntityRef;
  @Column({ type: 'text' }) stage: AdaptationStage;
  @Column({ ...moment }) at: Date;
  @Column({ name: 'by_ref', type: 'text' }) byRef: EntityRef;
  @Column({ type: 'text', nullable: true }) learned: string | null;
}
