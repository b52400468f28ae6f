/** One row of the search index. Its columns of words are made by PostgreSQL and never read here. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'search', name: 'document' })
export class DocumentRecord {
  @PrimaryColumn({ type: 'text' }) ref: EntityRef;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text' }) body: string;
  /** The lines of the body at which the parts of the page begin, and what follows # in the address of each. */
  @Column({ name: 'place_lines', type: 'int', array: true }) placeLines: number[];
  @Column({ name: 'place_names', type: 'text', array: true }) placeNames: string[];
  /** The directory's, as they were when the document was made. */
  @Column({ name: 'care_models', type: 'text', array: true }) careModels: EntityRef[];
  @Column({ type: 'text', array: true }) needs: string[];
  @Column({ type: 'text', nullable: true }) stage: string | null;
  @Column({ type: 'int', array: true }) lessons: number[];
  @Column({ type: 'int', array: true }) enablers: number[];
  @Column({ type: 'text', array: true }) tags: string[];
  @Column({ name: 'happened_at', type: 'timestamptz', precision: 3, nullable: true }) happenedAt: Date | null;
  @Column({ name: 'comes_last', type: 'boolean' }) comesLast: boolean;
}
