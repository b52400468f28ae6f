/** What people do with a thread as a whole. Services take the actor and the time; loading the demonstration uses the same ones. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { parseEntityRef, type EntityRef } from '@hub/core/contract';
import { Access, badInput, insertAhead, together, updateAhead, writeAhead, type Action } from '@hub/core/server';
import { answerAccepted, threadRef, threadStarted, type ThreadPurpose } from '@hub/plugins/threads/contract';
import { Announcer } from './news/announcer';
import { Companions } from './posts/companions';
import { Lookup } from './lookup';
import { NewThread } from './new-thread';
import { PostRecord } from './posts/post.record';
import { requireReply } from './posts/post.rules';
import { References } from './references/references';
import { ThreadEntry } from './thread-entry';
import { tagsIn, type TagsInput } from './finding/thread-tags.rules';
import { careModelsOf, openingOf, requireQuestion, tidyTitle } from './thread.rules';
import { ActivityRecord, ThreadRecord } from './thread.record';
import { acceptAnyAnswer, announce } from './threads.policy';

export interface StartThread extends TagsInput {
  readonly title: string;
  readonly body: string;
  readonly kind?: ThreadPurpose | null;
  readonly modelTypes: readonly string[];
  readonly about?: string | null;
  readonly community?: string | null;
  readonly anonymous?: boolean | null;
}

@Injectable()
export class ThreadsService {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(Lookup) private readonly lookup: Lookup,
    @Inject(Announcer) private readonly announcer: Announcer,
    @Inject(NewThread) private readonly newThread: NewThread,
    @Inject(References) private readonly references: References,
    @Inject(ThreadEntry) private readonly entry: ThreadEntry,
    @Inject(Companions) private readonly companions: Companions,
  ) {}

  /**
   * Starts a thread with its first post and gives its reference, made from the title unless a name is given. What it is about
   * must be visible to the actor (NOT_FOUND); announcements are for facilitators (FORBIDDEN).
   */
  async start(action: Action, input: StartThread, name?: string): Promise<EntityRef> {
    const { tx, actor, at } = action;
    const kind = input.kind ?? 'DISCUSSION';
    const community = input.community ?? null;
    const [visibility, , careModels, about, hidden] = await together([
      community ? this.access.requireInside(tx, actor, community) : 'network',
      kind === 'ANNOUNCEMENT' ? this.access.require(tx, actor, announce.id, community) : null,
      Promise.resolve(input).then(careModelsIn),
      input.about ? this.aboutOf(action, input.about) : null,
      name ? null : this.newThread.hiddenOf(tx, [refIn(input.about), community]),
    ]);
    const title = tidyTitle(input.title);
    const tags = tagsIn(input);
    const ref = name ? threadRef(name) : await this.newThread.refFor(tx, title, hidden);
    const authored = { authorRef: actor.ref, anonymous: input.anonymous ?? false, createdAt: at };
    // What may refer to something is looked up once the post is there.
    const opening = this.references.mayBeIn(input.body) ? '' : openingOf(input.body);
    await this.newThread.open(action, {
      ...{ ref, kind, title, about, careModels, summary: opening, place: { community, visibility } },
      ...tags,
      ...authored,
    });
    const post = { id: randomUUID(), threadRef: ref, position: 1, body: input.body, ...authored };
    await insertAhead(tx, PostRecord, post);
    await updateAhead(tx, ActivityRecord, { threadRef: ref }, { lastPosition: 1 });
    if (!opening) await this.showOpening(action, post);
    await this.companions.keep(action, post, input);
    await this.announcer.tell(action, threadStarted, post);
    return ref;
  }

  /** Marks a thread read to a post of it, or to its end. A mark never moves back. */
  async markRead(action: Action, input: { thread: EntityRef; upToPost?: string | null }): Promise<EntityRef> {
    const { tx, actor } = action;
    const thread = await this.lookup.thread(tx, input.thread, 'share');
    const upTo = input.upToPost ? await this.lookup.postOf(thread, action, input.upToPost, 'input.upToPost') : null;
    await writeAhead(
      tx,
      `INSERT INTO threads.read_mark (member_ref, thread_ref, last_position)
       SELECT $1, a.thread_ref, coalesce($3::int, a.last_position) FROM threads.activity a WHERE a.thread_ref = $2
       ON CONFLICT (member_ref, thread_ref) DO UPDATE
         SET last_position = greatest(read_mark.last_position, excluded.last_position)`,
      [actor.ref, thread.ref, upTo?.position ?? null],
    );
    // What is read since stays read when marking many is taken back.
    await writeAhead(
      tx,
      `UPDATE threads.read_all many SET position_before = greatest(many.position_before, coalesce($3::int, a.last_position))
       FROM threads.activity a WHERE a.thread_ref = $2 AND many.thread_ref = $2 AND many.member_ref = $1`,
      [actor.ref, thread.ref, upTo?.position ?? null],
    );
    return thread.ref;
  }

  /** Says which reply answers the question; without a post, that none does any more. */
  async acceptAnswer(action: Action, input: { thread: EntityRef; post?: string | null }): Promise<EntityRef> {
    const { tx, actor } = action;
    const thread = await this.lookup.thread(tx, input.thread, 'change');
    requireQuestion(thread);
    if (thread.authorRef !== actor.ref) await this.access.require(tx, actor, acceptAnyAnswer.id, thread.ref);
    const answer = input.post ? await this.lookup.postOf(thread, action, input.post, 'input.post') : null;
    if (answer) requireReply(answer);
    if ((answer?.id ?? null) === thread.acceptedPostId) return thread.ref;
    await tx.update(ThreadRecord, { ref: thread.ref }, { acceptedPostId: answer?.id ?? null });
    await this.announcer.changed(action, thread.ref);
    if (answer) await this.announcer.tell(action, answerAccepted, answer, thread);
    return thread.ref;
  }

  /** Ends a thread for replies, or opens it again. The field's rule has asked for a facilitator. */
  async setLocked(
    action: Action,
    input: { thread: EntityRef; locked: boolean; reason?: string | null },
  ): Promise<EntityRef> {
    const { ref } = await this.lookup.thread(action.tx, input.thread, 'change');
    const lockedReason = input.locked ? input.reason?.trim() || null : null;
    await action.tx.update(ThreadRecord, { ref }, { locked: input.locked, lockedReason });
    await this.announcer.changed(action, ref);
    return ref;
  }

  /** How it opens for everyone, without what its first post refers to. */
  private async showOpening(action: Action, { id, threadRef, body }: Pick<PostRecord, 'id' | 'threadRef' | 'body'>) {
    await this.references.keep(action, id, body, 1);
    const summary = openingOf(await this.references.textForAll(action.tx, id, body));
    if (summary) await this.entry.change(action, threadRef, { summary });
  }

  private async aboutOf({ tx, actor }: Action, id: string): Promise<EntityRef> {
    await this.access.requireVisible(tx, actor, id);
    if (!parseEntityRef(id)) throw badInput('input.about', 'Choose something that has a page of its own');
    return id;
  }
}

const careModelsIn = ({ modelTypes }: StartThread) => careModelsOf(modelTypes, 'input.modelTypes');

const refIn = (id: string | null | undefined) => (id && parseEntityRef(id) ? id : null);
