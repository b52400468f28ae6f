/** A thread's row in the directory: its title, how it opens, its care models, and what it lies within. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Directory, NotFound, type Action, type DirectoryEntry } from '@hub/core/server';

export type EntryChange = Partial<Pick<DirectoryEntry, 'title' | 'summary' | 'careModels'>>;

@Injectable()
export class ThreadEntry {
  constructor(@Inject(Directory) private readonly directory: Directory) {}

  /** Writes what changed; the rest of the row stays as it is. */
  async change({ tx, at }: Action, thread: EntityRef, change: EntryChange): Promise<void> {
    const entity = await this.directory.get(tx, thread);
    if (!entity) throw new NotFound();
    const { ref, title, summary, careModels, within, visibility, communityRef: community } = entity;
    await this.directory.put(tx, { ref, title, summary, careModels, within, visibility, community, ...change, at });
  }
}
