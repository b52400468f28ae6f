/** What a post said before a quote in it was withheld, so that it can be given back. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'threads', name: 'withheld_quote' })
export class WithheldQuoteRecord {
  @PrimaryColumn({ name: 'post_id', type: 'uuid' }) postId: string;
  /** Which of its texts: 0 for what it says now, else the number of the revision. */
  @PrimaryColumn({ type: 'int' }) number: number;
  @Column({ type: 'text' }) body: string;
  /** The post's revision since: once its author has edited it, there is nothing to give back to. */
  @Column({ type: 'int' }) revision: number;
  /** The posts whose words are withheld. */
  @Column({ type: 'uuid', array: true }) of: string[];
}
