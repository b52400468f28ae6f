/** Which versions of its source an adaptation followed, and what the site decided each time. */
import type { EntityRef } from '@hub/core/contract';
import type { MergeChoice } from '@hub/plugins/adaptations/contract';
import type { PartKind } from '@hub/plugins/interventions/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'adaptations', name: 'followed_version' })
export class FollowedVersionRecord {
  @PrimaryColumn({ name: 'adaptation_ref', type: 'text' }) adaptationRef: EntityRef;
  @PrimaryColumn({ type: 'int' }) number: number;
  @Column({ name: 'version_id', type: 'uuid' }) versionId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column({ name: 'by_ref', type: 'text' }) byRef: EntityRef;
  @Column({ type: 'jsonb' }) choices: readonly FollowedChoice[];
}

export interface FollowedChoice {
  readonly part: PartKind;
  readonly key: string;
  readonly heading: string;
  readonly choice: MergeChoice;
  readonly reason: string | null;
}
