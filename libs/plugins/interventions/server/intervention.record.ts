/** An intervention. Its title, summary, care models and who can see it now stand in the directory. */
import type { EntityRef, Visibility } from '@hub/core/contract';
import type {
  Component,
  Description,
  InterventionStatus,
  Maturity,
  Section,
} from '@hub/plugins/interventions/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const moment = { type: 'timestamptz', precision: 3 } as const;
import type { DraftCredit } from './versions/credits.rules';

@Entity({ schema: 'interventions', name: 'intervention' })
export class InterventionRecord {
  @PrimaryColumn({ type: 'text' }) ref: EntityRef;
  /** The last part of the reference, unique in the hub. */
  @Column({ type: 'text' }) name: string;
  @Column({ name: 'site_ref', type: 'text' }) siteRef: EntityRef;
  @Column({ type: 'text' }) status: InterventionStatus;
  /** Who sees it once it is published. */
  @Column({ name: 'intended_visibility', type: 'text' }) intendedVisibility: Visibility;
  @Column({ type: 'text' }) maturity: Maturity;
  @Column({ type: 'int' }) revision: number;
  /** The text of the next version. */
  @Column({ type: 'jsonb' }) draft: Section[];
  /** The components of the next version. */
  @Column({ type: 'jsonb' }) components: Component[];
  /** The rest of the next version. */
  @Column({ type: 'jsonb' }) description: Description;
  /** What the next version will say was taken from other sites. */
  @Column({ name: 'draft_credits', type: 'jsonb' }) draftCredits: DraftCredit[];
  @Column({ name: 'current_version_id', type: 'uuid', nullable: true }) currentVersionId: string | null;
  @Column({ name: 'published_at', ...moment, nullable: true }) publishedAt: Date | null;
  /** Its place among the recently published: its latest publication, or until then its beginning. */
  @Column({ name: 'listed_at', ...moment }) listedAt: Date;
  /** When it was last written on; null where that has not happened since it was begun. */
  @Column({ name: 'written_at', ...moment, nullable: true }) writtenAt?: Date | null;
  @Column({ type: 'int', array: true }) lessons: number[];
  @Column({ type: 'int', array: true }) enablers: number[];
  @Column({ type: 'text', array: true }) contacts: EntityRef[];
  @Column({ name: 'started_on', type: 'text', nullable: true }) startedOn: string | null;
  @Column({ name: 'stopped_on', type: 'text', nullable: true }) stoppedOn: string | null;
  @Column({ name: 'review_on', type: 'date', nullable: true }) reviewOn: string | null;
  @Column({ name: 'withdrawn_at', ...moment, nullable: true }) withdrawnAt: Date | null;
  @Column({ name: 'withdrawn_by', type: 'text', nullable: true }) withdrawnBy: EntityRef | null;
  @Column({ name: 'withdrawal_reason', type: 'text', nullable: true }) withdrawalReason: string | null;
  @Column({ type: 'boolean' }) illustrative: boolean;
}
