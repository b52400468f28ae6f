/** A published version: what people saw, with the headings they saw it under. The database refuses to change one. */
import type { EntityRef } from '@hub/core/contract';
import type { Component, Credit, Description, Section } from '@hub/plugins/interventions/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'interventions', name: 'version' })
export class VersionRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'intervention_ref', type: 'text' }) interventionRef: EntityRef;
  @Column({ type: 'int' }) number: number;
  @Column({ name: 'published_at', type: 'timestamptz', precision: 3 }) publishedAt: Date;
  @Column({ name: 'published_by', type: 'text' }) publishedBy: EntityRef;
  @Column({ name: 'change_note', type: 'text', nullable: true }) changeNote: string | null;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text' }) summary: string;
  @Column({ type: 'jsonb' }) sections: Section[];
  @Column({ type: 'jsonb' }) components: Component[];
  @Column({ type: 'jsonb' }) description: Description;
  @Column({ type: 'jsonb' }) credits: Credit[];
}
