/** What people do with searches that they keep. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { careModelRef, type EntityRef } from '@hub/core/contract';
import {
  badInput,
  Directory,
  NotFound,
  unknownLessonsAndEnablers,
  BadUserInput,
  visibleSql,
  type Action,
} from '@hub/core/server';
import { savedSearchRef } from '@hub/plugins/search/contract';
import type { EntityManager } from 'typeorm';
import { SavedRecord } from './saved.record';
import { asWritten } from './saved.sql';

/** How many one member may keep: each thing that changes is held against all of them. */
const most = 50;

export interface SaveSearch {
  readonly name: string;
  readonly text: string;
  readonly kinds?: readonly string[] | null;
  readonly modelTypes?: readonly string[] | null;
  readonly stages?: readonly string[] | null;
  readonly lessons?: readonly number[] | null;
  readonly enablers?: readonly number[] | null;
  readonly tags?: readonly string[] | null;
  readonly changedFrom?: Date | null;
  readonly changedBefore?: Date | null;
}

@Injectable()
export class SavedSearchService {
  constructor(@Inject(Directory) private readonly directory: Directory) {}

  /** Keeps a search of the actor's own and gives its reference. What fits already is not new. */
  async save(action: Action, input: SaveSearch): Promise<EntityRef> {
    const { tx, actor, at } = action;
    const name = input.name.trim();
    const unknown = unknownLessonsAndEnablers(input, (noun, number) => `There is no ${noun} ${number}`);
    if (unknown.length > 0) throw new BadUserInput(unknown);
    await this.requireRoom(action, name);
    const ref = savedSearchRef(randomUUID());
    // Seen by whoever holds the key that is the member's own reference: by them alone.
    await this.directory.put(tx, { ref, title: name, visibility: 'community', community: actor.ref, at });
    await tx.insert(SavedRecord, {
      ...{ ref, memberRef: actor.ref, text: input.text.trim(), createdAt: at },
      kinds: [...(input.kinds ?? [])],
      careModels: (input.modelTypes ?? []).map(careModelRef),
      stages: [...(input.stages ?? [])],
      lessons: [...(input.lessons ?? [])],
      enablers: [...(input.enablers ?? [])],
      tags: (input.tags ?? []).map((tag) => tag.trim().toLowerCase()),
      changedFrom: input.changedFrom ?? null,
      changedBefore: input.changedBefore ?? null,
    });
    await keepNearly(tx, ref, actor.keys);
    return ref;
  }

  /** Forgets what is new and can be seen now; what cannot be seen yet is new once it can. Throws NOT_FOUND for what is not the actor's. */
  async lookAt(action: Action, ref: EntityRef): Promise<EntityRef> {
    await this.requireOwn(action, ref);
    await action.tx.query(
      `DELETE FROM search.saved_match m USING core.entity e
       WHERE m.saved_ref = $1 AND e.ref = m.ref AND ${visibleSql('e', '$2::text[]')}`,
      [ref, action.actor.keys],
    );
    return ref;
  }

  /** Throws NOT_FOUND for what is not the actor's. */
  async remove(action: Action, ref: EntityRef): Promise<EntityRef> {
    await this.requireOwn(action, ref);
    await action.tx.query('DELETE FROM core.entity WHERE ref = $1', [ref]);
    return ref;
  }

  private async requireRoom({ tx, actor }: Action, name: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('saved ' || $1, 0))`, [actor.ref]);
    const own: { title: string }[] = await tx.query(
      'SELECT e.title FROM search.saved s JOIN core.entity e ON e.ref = s.ref WHERE s.member_ref = $1',
      [actor.ref],
    );
    if (own.length >= most) throw badInput('input.name', `You keep ${most} searches. Remove one first`);
    if (own.some(({ title }) => title.toLowerCase() === name.toLowerCase()))
      throw badInput('input.name', 'You have a search with this name. Choose another one');
  }

  private async requireOwn({ tx, actor }: Action, ref: EntityRef): Promise<void> {
    if (!(await tx.existsBy(SavedRecord, { ref, memberRef: actor.ref }))) throw new NotFound();
  }
}

/** The words that were probably meant, where the owner can see nothing that has the words as written. */
async function keepNearly(tx: EntityManager, ref: EntityRef, keys: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE search.saved s SET nearly = search.nearly_of(s.text, $2::text[])
     WHERE s.ref = $1 AND NOT EXISTS (${asWritten('s.text', '$2::text[]')})`,
    [ref, keys],
  );
}
