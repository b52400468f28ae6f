/** Records of posts and of the reactions to them. */
import type { EntityRef } from '@hub/core/contract';
import type { ReactionKind } from '@hub/plugins/threads/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const moment = { type: 'timestamptz', precision: 3 } as const;

@Entity({ schema: 'threads', name: 'post' })
export class PostRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'thread_ref', type: 'text' }) threadRef: EntityRef;
  /** 1 for the first post; counts up and is never given twice, so that read marks are one number. */
  @Column({ type: 'int' }) position: number;
  /** Known to the hub even when anonymous. Never leaves this table and `thread`. */
  @Column({ name: 'author_ref', type: 'text' }) authorRef: EntityRef;
  @Column({ type: 'boolean' }) anonymous: boolean;
  @Column({ type: 'text' }) body: string;
  @Column({ name: 'in_reply_to', type: 'uuid', nullable: true }) inReplyTo: string | null;
  @Column({ type: 'int' }) revision: number;
  @Column({ name: 'created_at', ...moment }) createdAt: Date;
  @Column({ name: 'edited_at', ...moment, nullable: true }) editedAt: Date | null;
  @Column({ name: 'removed_at', ...moment, nullable: true }) removedAt: Date | null;
  @Column({ name: 'removed_by_author', type: 'boolean' }) removedByAuthor: boolean;
  @Column({ name: 'removed_reason', type: 'text', nullable: true }) removedReason: string | null;
  @Column({ name: 'removed_by_moderator', type: 'boolean' }) removedByModerator: boolean;
  /** Since when it waits for a moderator, hidden from all but its author and moderators. */
  @Column({ name: 'hidden_at', ...moment, nullable: true }) hiddenAt: Date | null;
}

/** One member's reaction of one kind to a post. */
@Entity({ schema: 'threads', name: 'reaction' })
export class ReactionRecord {
  @PrimaryColumn({ name: 'post_id', type: 'uuid' }) postId: string;
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @PrimaryColumn({ type: 'text' }) kind: ReactionKind;
}

/** What a post said until an edit. Gone with the post's own words when it is removed. */
@Entity({ schema: 'threads', name: 'revision' })
export class RevisionRecord {
  @PrimaryColumn({ name: 'post_id', type: 'uuid' }) postId: string;
  /** The post's revision while it said this. */
  @PrimaryColumn({ type: 'int' }) number: number;
  @Column({ type: 'text' }) body: string;
  @Column({ name: 'written_at', ...moment }) writtenAt: Date;
}
