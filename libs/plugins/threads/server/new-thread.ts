/** What a thread consists of before it has posts: its rows in the directory, in the feeds, and of its own. */
import { Inject, Injectable } from '@nestjs/common';
import { nameOf, networkKey, type EntityRef, type Visibility } from '@hub/core/contract';
import { Directory, insertAhead, together, writeAhead, type Action } from '@hub/core/server';
import { threadRef, type ThreadPurpose } from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';
import type { Tags } from './finding/thread-tags.rules';
import { ActivityRecord, FeedRecord, feedOfAll, ThreadRecord } from './thread.record';
import { freeName, nameOfTitle, nameOfTitleAbout } from './thread.rules';

/** The community that it is in, and who sees what is there. */
export interface ThreadPlace {
  readonly community: EntityRef | null;
  readonly visibility: Visibility;
}

export interface ThreadToOpen extends Partial<Tags> {
  readonly ref: EntityRef;
  readonly title: string;
  readonly kind: ThreadPurpose;
  readonly careModels: readonly EntityRef[];
  readonly about: EntityRef | null;
  readonly place: ThreadPlace;
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
    const { ref, title, careModels, summary, about: aboutRef, place, createdAt, ...rest } = thread;
    const within = [aboutRef, place.community].filter((one) => one !== null);
    await this.directory.put(tx, { ref, title, summary, careModels, at, ...place, within });
    if (aboutRef) await this.directory.link(tx, ref, 'discusses', aboutRef);
    await insertAhead(tx, ThreadRecord, { ref, aboutRef, createdAt, ...rest });
    await insertAhead(tx, ActivityRecord, { threadRef: ref, lastPosition: 0, replyCount: 0 });
    await insertAhead(
      tx,
      FeedRecord,
      [feedOfAll, ...careModels, ...(place.community ? [place.community] : [])].map((feed) => ({
        threadRef: ref,
        feed,
        lastActivityAt: createdAt,
      })),
    );
    return ref;
  }

  /**
   * The reference that a title gives and no other thread has. Two threads with one title wait for each other here. What only some may
   * see, since it lies in something that is `hidden`, never takes the plain name: others would notice that it is taken.
   */
  async refFor(tx: EntityManager, title: string, hidden: EntityRef | null): Promise<EntityRef> {
    const name = hidden ? nameOfTitleAbout(title, hidden) : nameOfTitle(title);
    await writeAhead(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [threadRef(name)]);
    const rows: { ref: EntityRef }[] = await tx.query('SELECT ref FROM threads.thread WHERE ref = $1 OR ref LIKE $2', [
      threadRef(name),
      `${threadRef(name)}-%`,
    ]);
    return threadRef(freeName(name, new Set(rows.map((row) => nameOf(row.ref)))));
  }

  /** The first of these that not everyone signed in sees, or sees inside of. */
  async hiddenOf(tx: EntityManager, refs: readonly (EntityRef | null)[]): Promise<EntityRef | null> {
    const named = refs.filter((one) => one !== null);
    const entries = await together(named.map((ref) => this.directory.get(tx, ref)));
    const at = entries.findIndex((entry, index) => {
      const isClosed = entry?.communityRef === named[index] && entry?.visibility !== 'public';
      return isClosed || !entry?.needs.every((key) => key === networkKey);
    });
    return named[at] ?? null;
  }
}
