/** Records of a thread: what it is, its counters, and where it stands in each feed. */
import type { EntityRef } from '@hub/core/contract';
import type { ThreadPurpose } from '@hub/plugins/threads/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const moment = { type: 'timestamptz', precision: 3 } as const;

/** Title, care models and visibility are in the thread's directory entity. */
@Entity({ schema: 'threads', name: 'thread' })
export class ThreadRecord {
  @PrimaryColumn({ type: 'text' }) ref: EntityRef;
  @Column({ type: 'text' }) kind: ThreadPurpose;
  @Column({ name: 'about_ref', type: 'text', nullable: true }) aboutRef: EntityRef | null;
  /** Known to the hub even when anonymous, so that authors can edit what they wrote. Never leaves this table and `post`. */
  @Column({ name: 'author_ref', type: 'text' }) authorRef: EntityRef;
  @Column({ type: 'boolean' }) anonymous: boolean;
  @Column({ name: 'created_at', ...moment }) createdAt: Date;
  @Column({ name: 'accepted_post_id', type: 'uuid', nullable: true }) acceptedPostId: string | null;
  @Column({ type: 'boolean' }) locked: boolean;
  @Column({ name: 'locked_reason', type: 'text', nullable: true }) lockedReason: string | null;
  /** Numbers of the publications' lessons and enablers that it bears on. */
  @Column({ type: 'int', array: true }) lessons: number[];
  @Column({ type: 'int', array: true }) enablers: number[];
  /** In small letters. */
  @Column({ type: 'text', array: true }) tags: string[];
  /** What facilitators keep on top of a long thread. */
  @Column({ type: 'text', nullable: true }) summary: string | null;
  @Column({ name: 'summary_by', type: 'text', nullable: true }) summaryBy: EntityRef | null;
  @Column({ name: 'summary_at', ...moment, nullable: true }) summaryAt: Date | null;
  @Column({ name: 'pinned_at', ...moment, nullable: true }) pinnedAt: Date | null;
  /** The thread that its posts went to: nothing is left of this one but its address. */
  @Column({ name: 'merged_into', type: 'text', nullable: true }) mergedInto: EntityRef | null;
  /** Counts the changes of what is said here and in the directory, so that a stale one is refused. */
  @Column({ type: 'int' }) revision: number;
}

/** Counters of a thread, apart from it because they change with every post. */
@Entity({ schema: 'threads', name: 'activity' })
export class ActivityRecord {
  @PrimaryColumn({ name: 'thread_ref', type: 'text' }) threadRef: EntityRef;
  /** The position of the newest post, removed or not. */
  @Column({ name: 'last_position', type: 'int' }) lastPosition: number;
  @Column({ name: 'reply_count', type: 'int' }) replyCount: number;
}

/** The feed that holds every thread. The other feeds are named by the reference of a care model, or of a community. */
export const feedOfAll = 'all';

/** The feed of what was merged into others, which no list shows. */
export const feedOfMerged = 'merged';

/** A thread in one feed, kept in order of latest activity so that a feed's page is an index scan. */
@Entity({ schema: 'threads', name: 'feed' })
export class FeedRecord {
  @PrimaryColumn({ name: 'thread_ref', type: 'text' }) threadRef: EntityRef;
  @PrimaryColumn({ type: 'text' }) feed: string;
  @Column({ name: 'last_activity_at', ...moment }) lastActivityAt: Date;
}
