/** Changing what a thread is called, which care models it belongs to, what it bears on, and what facilitators say of it. */
import { Inject, Injectable } from '@nestjs/common';
import { careModelCode, type EntityRef } from '@hub/core/contract';
import { Access, badInput, Conflict, Directory, type Action } from '@hub/core/server';
import { Lookup } from '../lookup';
import { Announcer } from '../news/announcer';
import { tagsIn, type TagsInput } from '../finding/thread-tags.rules';
import { ThreadEntry } from '../thread-entry';
import { FeedRecord, feedOfAll, ThreadRecord } from '../thread.record';
import { careModelsOf, tidyTitle } from '../thread.rules';
import { curate, editAnyThread } from '../threads.policy';

export interface UpdateThread extends TagsInput {
  readonly thread: EntityRef;
  readonly expectedRevision: number;
  readonly title?: string | null;
  /** For facilitators, as what follows. */
  readonly modelTypes?: readonly string[] | null;
  readonly summary?: string | null;
  readonly pinned?: boolean | null;
}

@Injectable()
export class ThreadDetailsService {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Lookup) private readonly lookup: Lookup,
    @Inject(ThreadEntry) private readonly entry: ThreadEntry,
    @Inject(Announcer) private readonly announcer: Announcer,
  ) {}

  /**
   * Changes what the input names. Title and tags are for the author and facilitators, care models, summary and pin for facilitators
   * (FORBIDDEN). CONFLICT, with what is there now, when the thread has changed since.
   */
  async update(action: Action, input: UpdateThread): Promise<EntityRef> {
    const { tx } = action;
    const thread = await this.lookup.thread(tx, input.thread, 'change');
    await this.requireAllowed(action, thread, input);
    await this.requireCurrent(action, thread, input.expectedRevision);
    const careModels = input.modelTypes ? careModelsOf(input.modelTypes, 'input.modelTypes') : null;
    const title = typeof input.title === 'string' ? tidyTitle(input.title) : null;
    if (title === '') throw badInput('input.title', 'Enter a title');

    await tx.update(
      ThreadRecord,
      { ref: thread.ref },
      { ...tagsIn(input), ...summaryIn(input, action), ...pinIn(input, thread, action), revision: thread.revision + 1 },
    );
    if (careModels) await this.moveTo(action, thread.ref, careModels);
    await this.entry.change(action, thread.ref, { ...(title ? { title } : {}), ...(careModels ? { careModels } : {}) });
    await this.announcer.changed(action, thread.ref);
    return thread.ref;
  }

  private async requireAllowed({ tx, actor }: Action, thread: ThreadRecord, input: UpdateThread): Promise<void> {
    if (isForFacilitators(input)) return this.access.require(tx, actor, curate.id, thread.ref);
    if (thread.authorRef !== actor.ref) await this.access.require(tx, actor, editAnyThread.id, thread.ref);
  }

  private async requireCurrent({ tx }: Action, thread: ThreadRecord, expectedRevision: number): Promise<void> {
    if (thread.revision === expectedRevision) return;
    const entity = await this.directory.get(tx, thread.ref);
    const { revision, lessons, enablers, tags, summary } = thread;
    throw new Conflict('This discussion has changed since you opened it. Compare before you save', {
      ...{ revision, title: entity?.title, lessons, enablers, tags, summary: summary ?? '' },
      modelTypes: entity?.careModels.map(careModelCode) ?? [],
    });
  }

  /** Its place by latest activity is the same in every feed. */
  private async moveTo({ tx }: Action, threadRef: EntityRef, careModels: readonly EntityRef[]): Promise<void> {
    const { lastActivityAt } = await tx.findOneByOrFail(FeedRecord, { threadRef, feed: feedOfAll });
    await tx.query(`DELETE FROM threads.feed WHERE thread_ref = $1 AND feed ^@ 'care-model:'`, [threadRef]);
    await tx.insert(
      FeedRecord,
      careModels.map((feed) => ({ threadRef, feed, lastActivityAt })),
    );
  }
}

function isForFacilitators({ modelTypes, summary, pinned }: UpdateThread): boolean {
  return [modelTypes, summary, pinned].some((value) => value !== undefined && value !== null);
}

/** A blank summary is none. */
function summaryIn({ summary }: UpdateThread, { actor, at }: Action): Partial<ThreadRecord> {
  if (typeof summary !== 'string') return {};
  const text = summary.trim();
  return text
    ? { summary: text, summaryBy: actor.ref, summaryAt: at }
    : { summary: null, summaryBy: null, summaryAt: null };
}

function pinIn({ pinned }: UpdateThread, thread: ThreadRecord, { at }: Action): Partial<ThreadRecord> {
  if (typeof pinned !== 'boolean') return {};
  return { pinnedAt: pinned ? (thread.pinnedAt ?? at) : null };
}
