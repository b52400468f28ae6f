/** One row of the search index. Its columns of words are made by PostgreSQL and never read here. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'search', name: 'document' })
export class DocumentRecord {
  @PrimaryColumn({ type: 'text' }) ref: EntityRef;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text' }) body: string;
  @Column({ name: 'comes_last', type: 'boolean' }) comesLast: boolean;
}
