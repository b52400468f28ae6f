/** A site's own facts. Its name, care models and visibility stand in the directory. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContextNote, EarlierInitiative, Organisation, TeamSkill } from './site-facts';

@Entity({ schema: 'sites', name: 'site' })
export class SiteRecord {
  @PrimaryColumn({ type: 'text' }) ref: EntityRef;
  @Column({ type: 'text', nullable: true }) region: string | null;
  @Column({ type: 'text', nullable: true }) tagline: string | null;
  @Column({ name: 'population_value', type: 'int', nullable: true }) populationValue: number | null;
  @Column({ name: 'population_basis', type: 'text', nullable: true }) populationBasis: string | null;
  @Column({ name: 'population_segments', type: 'text', array: true }) populationSegments: string[];
  @Column({ type: 'text', array: true }) localities: string[];
  @Column({ name: 'lead_organisation', type: 'jsonb', nullable: true }) leadOrganisation: Organisation | null;
  @Column({ type: 'jsonb' }) partners: Organisation[];
  @Column({ name: 'context_factors', type: 'jsonb' }) contextFactors: ContextNote[];
  @Column({ name: 'prior_history', type: 'jsonb' }) priorHistory: EarlierInitiative[];
  @Column({ name: 'engine_room', type: 'jsonb' }) engineRoom: TeamSkill[];
  @Column({ name: 'joined_on', type: 'text', nullable: true }) joinedOn: string | null;
  @Column({ type: 'boolean' }) illustrative: boolean;
}
