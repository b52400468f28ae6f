/** A thread's row in the directory: its title, how it opens, its care models, and what it lies within. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Directory, NotFound, type Action, type DirectoryEntry } from '@hub/core/server';
import type { EntityManager } from 'typeorm';

export type EntryChange = Partial<Pick<DirectoryEntry, 'title' | 'summary' | 'careModels'>>;

@Injectable()
export class ThreadEntry {
  constructor(@Inject(Directory) private readonly directory: Directory) {}

  /** The community that a thread is in, if any. */
  async communityOf(tx: EntityManager, thread: EntityRef): Promise<EntityRef | null> {
    return (await this.directory.get(tx, thread))?.communityRef ?? null;
  }

  /** Writes what changed; the rest of the row stays as it is. */
  async change({ tx, at }: Action, thread: EntityRef, change: EntryChange): Promise<void> {
    const entity = await this.directory.get(tx, thread);
    if (!entity) throw new NotFound();
    const { ref, title, summary, careModels, within, visibility, communityRef: community } = entity;
    await this.directory.put(tx, { ref, title, summary, careModels, within, visibility, community, ...change, at });
  }
}
