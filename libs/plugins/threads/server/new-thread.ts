/** What a thread consists of before it has posts: its rows in the directory, in the feeds, and of its own. */
import { Inject, Injectable } from '@nestjs/common';
import { nameOf, networkKey, type EntityRef } from '@hub/core/contract';
import { Directory, type Action } from '@hub/core/server';
import { threadRef, type ThreadPurpose } from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';
import type { Tags } from './thread-tags.rules';
import { ActivityRecord, FeedRecord, feedOfAll, ThreadRecord } from './thread.record';
import { freeName, nameOfTitle, nameOfTitleAbout } from './thread.rules';

export interface ThreadToOpen extends Partial<Tags> {
  readonly ref: EntityRef;
  readonly title: string;
  readonly kind: ThreadPurpose;
  readonly careModels: readonly EntityRef[];
  readonly about: EntityRef | null;
  /** How it opens. */
  readonly summary: string;
  readonly authorRef: EntityRef;
  readonly anonymous: boolean;
  readonly createdAt: Date;
}

@Injectable()
export class NewThread {
  constructor(@Inject(Directory) private readonly directory: Directory) {}

  /** Makes it, without a post. Gives its reference. */
  async open({ tx, at }: Action, thread: ThreadToOpen): Promise<EntityRef> {
    const { ref, title, careModels, summary, about: aboutRef, createdAt, ...rest } = thread;
    const within = aboutRef ? [aboutRef] : [];
    await this.directory.put(tx, { ref, title, summary, careModels, at, visibility: 'network', within });
    if (aboutRef) await this.directory.link(tx, ref, 'discusses', aboutRef);
    await tx.insert(ThreadRecord, { ref, aboutRef, createdAt, ...rest });
    await tx.insert(ActivityRecord, { threadRef: ref, lastPosition: 0, replyCount: 0 });
    await tx.insert(
      FeedRecord,
      [feedOfAll, ...careModels].map((feed) => ({ threadRef: ref, feed, lastActivityAt: createdAt })),
    );
    return ref;
  }

  /**
   * The reference that a title gives and no other thread has. Two threads with one title wait for each other here. What only some may
   * see never takes the plain name: others would notice that it is taken.
   */
  async refFor(tx: EntityManager, title: string, about: EntityRef | null): Promise<EntityRef> {
    const isForAll = about === null || (await this.isForAll(tx, about));
    const name = isForAll ? nameOfTitle(title) : nameOfTitleAbout(title, about);
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [threadRef(name)]);
    const rows: { ref: EntityRef }[] = await tx.query('SELECT ref FROM threads.thread WHERE ref = $1 OR ref LIKE $2', [
      threadRef(name),
      `${threadRef(name)}-%`,
    ]);
    return threadRef(freeName(name, new Set(rows.map((row) => nameOf(row.ref)))));
  }

  /** Whether everyone signed in may see it. */
  private async isForAll(tx: EntityManager, ref: EntityRef): Promise<boolean> {
    const entry = await this.directory.get(tx, ref);
    return entry?.needs.every((key) => key === networkKey) ?? false;
  }
}
