/** The smallest plugin that has everything: notes that can be found, followed and told of. For tests of what plugins build on. */
import { Injectable } from '@nestjs/common';
import { domainEvent, entityRef, type DomainEvent, type EntityRef, type Visibility } from '@hub/core/contract';
import { contribute, Database, definePlugin, Directory, entityColumn, Outbox, readModel } from '@hub/core/server';
import { searchDocuments, type SearchDocuments } from '@hub/plugins/search/contract';
import {
  notices,
  recipients,
  type Addressee,
  type FurtherRecipients,
  type NoticeFacts,
  type NoticeSource,
} from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import type { TestHub } from './test-hub';

export const noteRef = (name: string): EntityRef => entityRef('note', 'network', name);

/** The facts of `note.told` say outright what it means as news, so that a test can say it. */
export const noteTold = domainEvent<NoteNews>()('note.told');
export type NoteNews = Omit<NoticeFacts, 'subject' | 'happened'> & { readonly further?: readonly Addressee[] };

@Injectable()
class NoteDocuments implements SearchDocuments {
  readonly kind = 'note';

  /** A note in the state `unlisted` has no document. */
  read(tx: EntityManager, refs: readonly EntityRef[]) {
    return tx.query(
      `SELECT ref, title, summary AS body FROM core.entity WHERE ref = ANY($1::text[]) AND state IS DISTINCT FROM 'unlisted'`,
      [refs],
    );
  }
}

@Injectable()
class NoteNotices implements NoticeSource {
  readonly event = noteTold.name;

  read({ subject, facts }: DomainEvent) {
    return Promise.resolve({ ...(facts as unknown as NoteNews), subject, happened: 'told of the note' });
  }
}

@Injectable()
class NoteRecipients implements FurtherRecipients {
  readonly event = noteTold.name;

  read({ facts }: DomainEvent) {
    return Promise.resolve((facts as unknown as NoteNews).further ?? []);
  }
}

export const notesPlugin = definePlugin({
  id: 'notes',
  needs: ['sites'],
  uses: ['search', 'subscriptions'],
  kinds: [
    { kind: 'note', type: 'Note', followable: true, searchKind: 'NOTE' },
    // Of something that nobody can follow.
    { kind: 'memo', type: 'Memo' },
  ],
  schema: 'type Note implements Node { id: ID! title: String! } type Memo implements Node { id: ID! }',
  reads: [
    readModel({
      type: 'Note',
      source: 'core.entity',
      kind: 'note',
      guard: 'ref',
      fields: { title: entityColumn('title') },
    }),
    readModel({ type: 'Memo', source: 'core.entity', kind: 'memo', guard: 'ref', fields: {} }),
  ],
  events: [noteTold],
  contributes: [
    contribute(searchDocuments, NoteDocuments),
    contribute(notices, NoteNotices),
    contribute(recipients, NoteRecipients),
  ],
});

export interface NewNote {
  readonly name: string;
  readonly title?: string;
  readonly body?: string;
  readonly visibility?: Visibility;
  readonly owner?: EntityRef;
  readonly careModels?: readonly EntityRef[];
  readonly within?: readonly EntityRef[];
  readonly state?: string;
  readonly at?: Date;
}

/** Writes a note, new or changed, and gives its reference. */
export async function writeNote({ hub }: TestHub, note: NewNote): Promise<EntityRef> {
  const { name, title = name, body: summary = '', visibility = 'network', at = new Date(), ...others } = note;
  const ref = noteRef(name);
  await hub.app
    .get(Database)
    .transaction((tx) => hub.app.get(Directory).put(tx, { ref, title, summary, visibility, at, ...others }));
  return ref;
}

export interface ToldNote extends NoteNews {
  readonly subject: EntityRef;
  readonly actor: EntityRef | null;
  readonly at?: Date;
  /** As if it were loaded with the demonstration network. */
  readonly loaded?: boolean;
}

/** Raises `note.told` and works the outbox dry. */
export async function tellNote(
  hub: TestHub,
  { subject, actor, at = new Date(), loaded = false, ...facts }: ToldNote,
): Promise<void> {
  await hub.hub.app.get(Database).transaction(async (tx) => {
    if (loaded) await tx.query(`SELECT set_config('hub.loading', 'on', true)`);
    await hub.hub.app.get(Outbox).add(tx, { name: noteTold.name, subject, actor, at, facts: { ...facts } });
  });
  await hub.drain();
}
