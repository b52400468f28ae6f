/** What is recorded along the way: findings, changes, moves. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  AdaptationDecision,
  AdaptationStage,
  EndingReason,
  SuitabilityKind,
} from '@hub/plugins/adaptations/contract';

const moment = { type: 'timestamptz', precision: 3 } as const;

export interface FigureFact {
  readonly label: string;
  readonly value: number;
  readonly unit: string | null;
}

export interface ContextDifference {
  readonly name: string;
  readonly there: string | null;
  readonly here: string | null;
  readonly matters: boolean;
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
  @Column({ type: 'text', array: true }) statements: string[];
  @Column({ type: 'jsonb' }) compared: ContextDifference[];
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
  @Column({ name: 'component_keys', type: 'text', array: true }) componentKeys: string[];
  @Column({ name: 'left_out_keys', type: 'text', array: true }) leftOutKeys: string[];
  /** There only while something core is left out. */
  @Column({ name: 'core_reason', type: 'text', nullable: true }) coreReason: string | null;
  @Column({ name: 'core_told_at', ...moment, nullable: true }) coreToldAt: Date | null;
  @Column({ name: 'recorded_at', ...moment }) recordedAt: Date;
  @Column({ name: 'recorded_by', type: 'text' }) recordedBy: EntityRef;
}

@Entity({ schema: 'adaptations', name: 'stage_change' })
export class StageChangeRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'adaptation_ref', type: 'text' }) adaptationRef: EntityRef;
  /** Steps at one moment keep their order. */
  @Column({ type: 'bigint', insert: false, update: false }) position?: string;
  @Column({ type: 'text' }) stage: AdaptationStage;
  @Column({ ...moment }) at: Date;
  @Column({ name: 'by_ref', type: 'text' }) byRef: EntityRef;
  @Column({ type: 'text', nullable: true }) learned: string | null;
  @Column({ type: 'text', nullable: true }) reason: string | null;
  @Column({ type: 'text', nullable: true }) decision: AdaptationDecision | null;
}

/** Why one step ended it. Taken up again, the record keeps it with that step. */
@Entity({ schema: 'adaptations', name: 'ending' })
export class EndingRecord {
  @PrimaryColumn({ name: 'stage_change_id', type: 'uuid' }) stageChangeId: string;
  @Column({ name: 'adaptation_ref', type: 'text' }) adaptationRef: EntityRef;
  @Column({ type: 'text' }) reason: EndingReason;
  @Column({ type: 'text', nullable: true }) words: string | null;
  @Column({ type: 'text', nullable: true }) tried: string | null;
  @Column({ name: 'came_of_it', type: 'text', nullable: true }) cameOfIt: string | null;
  @Column({ type: 'text', array: true }) grew: EntityRef[];
}

/** Who does a task, and whether the answer to it is that nobody is sure yet. */
@Entity({ schema: 'adaptations', name: 'task' })
export class TaskRecord {
  @PrimaryColumn({ name: 'adaptation_ref', type: 'text' }) adaptationRef: EntityRef;
  @PrimaryColumn({ type: 'text' }) key: string;
  @Column({ name: 'owner_ref', type: 'text', nullable: true }) ownerRef: EntityRef | null;
  @Column({ name: 'not_sure', type: 'boolean' }) notSure: boolean;
}
