/** Attaches files to things, takes them away and puts them back: for people's changes and demonstration content alike. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { keyOfSiteDrafts, kindOfId, type EntityRef, type Viewer } from '@hub/core/contract';
import {
  Access,
  Audit,
  badInput,
  Database,
  Directory,
  hubSettings,
  NotFound,
  Outbox,
  PluginList,
  type Action,
  type AttachableKind,
  type Settings,
} from '@hub/core/server';
import { attachmentId, attachmentQuarantined, attachmentUuid } from '@hub/plugins/files/contract';
import { memberKind } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { attachableOf } from './attachable';
import { attachableRows } from './attachable-rows';
import { AttachmentRecord, StoredRecord } from './attachment.record';
import type { InspectedFile } from './intake/inspect';
import { Quota } from './quota';
import { Storage } from './storage/storage';

/** How a mutation names an attachment. */
export interface NamedAttachment {
  readonly subject: EntityRef;
  readonly attachment: string;
}

/** A file with what a picture shows, for those who do not see it. */
export interface NewAttachment extends InspectedFile {
  readonly alternative: string;
}

const putBackWithinMs = 24 * 60 * 60_000;

@Injectable()
export class AttachmentsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Access) private readonly access: Access,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(PluginList) private readonly plugins: PluginList,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Quota) private readonly quota: Quota,
    @Inject(hubSettings) private readonly settings: Pick<Settings, 'files'>,
  ) {}

  /**
   * Throws NOT_FOUND when the actor cannot see the thing or it has no files, FORBIDDEN when they may not attach any to it. What
   * comes with something not yet written, such as a post, is sent to oneself: then there is no kind.
   */
  async requireMayAttach(tx: EntityManager, actor: Viewer, subject: EntityRef): Promise<AttachableKind | null> {
    if (subject === actor.ref) return this.requireMayWriteRows(tx, actor);
    const kind = attachableOf(this.plugins.all, subject);
    if (!kind) {
      this.access.requireMember(actor);
      throw new NotFound();
    }
    await this.access.require(tx, actor, kind.by, subject);
    return kind;
  }

  private async requireMayWriteRows(tx: EntityManager, actor: Viewer): Promise<null> {
    const [rows] = attachableRows(this.plugins.all);
    if (!rows) throw new NotFound();
    await this.access.require(tx, actor, rows.by, null);
    return null;
  }

  /**
   * Stores a file and attaches it. The bytes come first, under a key that is known already: a death in between leaves something to
   * clean up, and nothing to see. Throws as `requireMayAttach`, BAD_USER_INPUT when there is no room, and StorageFailed.
   */
  async add(actor: Action['actor'], subject: EntityRef, file: NewAttachment): Promise<string> {
    const key = await this.store(file);
    try {
      return await this.database.transaction((tx) => this.attach({ actor, at: new Date(), tx }, subject, key, file));
    } catch (error) {
      await this.discard(key).catch(() => undefined);
      throw error;
    }
  }

  /** Stores the bytes and gives their key. */
  async store(file: InspectedFile): Promise<string> {
    const key = randomUUID();
    await this.database.transaction((tx) => tx.insert(StoredRecord, { key, reservedAt: new Date() }));
    await this.storage.put(key, file);
    return key;
  }

  /** Attaches what is stored, in the action's transaction. */
  async attach(action: Action, subject: EntityRef, storageKey: string, file: NewAttachment): Promise<string> {
    const { tx, actor, at } = action;
    const kind = await this.requireMayAttach(tx, actor, subject);
    const { name, mediaType, size, finding, alternative } = file;
    await this.quota.require(tx, { person: actor.ref, subject, size });
    const isReady = !finding && !this.settings.files.scanner;
    const record = {
      ...{
        id: randomUUID(),
        subjectRef: subject,
        rowPrefix: null,
        rowId: null,
        storageKey,
        name,
        mediaType,
        size,
        finding,
        kept: false,
      },
      ...{ addedAt: at, addedBy: actor.ref, removedAt: null },
      status: isReady ? ('READY' as const) : ('QUARANTINED' as const),
      alternative: mediaType.startsWith('image/') ? alternative : '',
      needs: isReady
        ? await this.needsOf(tx, kind, subject)
        : await this.needsInQuarantine(tx, kind, subject, actor.ref),
    };
    await tx.insert(AttachmentRecord, record);
    if (finding) await this.tellOfFinding(action, subject, finding);
    else if (!isReady)
      await this.outbox.add(tx, {
        ...{ name: attachmentQuarantined.name, subject, actor: actor.ref, at },
        facts: { attachment: record.id },
      });
    return attachmentId(record.id);
  }

  /** Says what a picture shows. One that a version keeps stays as it is there: the next version's is another. */
  async describe(action: Action, named: NamedAttachment, alternative: string): Promise<string> {
    const { tx, at } = action;
    const { record, kind } = await this.hold(action, named);
    if (record.removedAt) throw new NotFound();
    if (!record.mediaType.startsWith('image/')) throw badInput('input.attachment', 'Only pictures are described');
    if (!record.kept) {
      await tx.update(AttachmentRecord, { id: record.id }, { alternative });
      return named.attachment;
    }
    const next = { ...record, id: randomUUID(), alternative, kept: false };
    await tx.insert(AttachmentRecord, { ...next, needs: await this.needsOf(tx, kind, named.subject) });
    await tx.update(AttachmentRecord, { id: record.id }, { removedAt: at });
    return attachmentId(next.id);
  }

  /** Takes it away, so that nobody has it any more but in the versions that keep it. */
  async remove(action: Action, named: NamedAttachment): Promise<string> {
    const { record } = await this.hold(action, named);
    if (record.removedAt) throw new NotFound();
    await action.tx.update(AttachmentRecord, { id: record.id }, { removedAt: action.at });
    return named.attachment;
  }

  /** Puts back what was taken away within the last day. */
  async restore(action: Action, named: NamedAttachment): Promise<string> {
    const { record } = await this.hold(action, named);
    const removed = record.removedAt?.getTime();
    if (removed === undefined) return named.attachment;
    if (action.at.getTime() - removed > putBackWithinMs) throw new NotFound();
    await this.quota.require(action.tx, { person: action.actor.ref, subject: named.subject, size: record.size });
    await action.tx.update(AttachmentRecord, { id: record.id }, { removedAt: null });
    return named.attachment;
  }

  /** The scanner has found nothing: it is as the others of its subject. */
  async release(tx: EntityManager, id: string): Promise<void> {
    const record = await tx.findOne(AttachmentRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!record) return;
    const needs = record.kept || !record.subjectRef ? [] : await this.needsOnceReady(tx, record.subjectRef);
    if (needs) await tx.update(AttachmentRecord, { id }, { status: 'READY', needs });
  }

  /** The scanner has found something: it stays where it is, and says so. */
  async condemn(tx: EntityManager, id: string, finding: string): Promise<void> {
    const record = await tx.findOneBy(AttachmentRecord, { id });
    if (!record) return;
    await tx.update(AttachmentRecord, { id }, { finding });
    await this.audit.add(tx, {
      action: 'file.held-back',
      actor: record.addedBy,
      // Of a row neither: a thread beside a name could tell who wrote a post in it without one.
      subject: record.subjectRef,
      facts: { finding, attachment: attachmentId(id) },
    });
  }

  private async discard(key: string): Promise<void> {
    await this.storage.remove(key);
    await this.database.source.manager.delete(StoredRecord, { key });
  }

  private tellOfFinding({ tx, actor }: Action, subject: EntityRef, finding: string): Promise<void> {
    return this.audit.add(tx, { action: 'file.held-back', actor: actor.ref, subject, facts: { finding } });
  }

  /** Locks it until the transaction ends. NOT_FOUND when the subject has none by that id. */
  private async hold({ tx, actor }: Action, { subject, attachment }: NamedAttachment) {
    const kind = await this.requireMayAttach(tx, actor, subject);
    const id = attachmentUuid(attachment);
    const record = id
      ? await tx.findOne(AttachmentRecord, { where: { id, subjectRef: subject }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!record) throw new NotFound();
    return { record, kind };
  }

  /** In hand it is its sender's alone. Of what is published in versions a file is for those who read drafts, until a version is published with it. */
  private async needsOf(tx: EntityManager, kind: AttachableKind | null, subject: EntityRef): Promise<string[]> {
    if (!kind) return [subject];
    return kind.versions ? [keyOfSiteDrafts(await this.ownerOf(tx, subject))] : [];
  }

  /** Null for a kind that this hub does not have any more. */
  private async needsOnceReady(tx: EntityManager, subject: EntityRef): Promise<string[] | null> {
    const kind = attachableOf(this.plugins.all, subject);
    if (kind) return this.needsOf(tx, kind, subject);
    return kindOfId(subject) === memberKind ? [subject] : null;
  }

  /** Until it is known to be harmless it is for whoever added it, and of a draft for those who read drafts. */
  private async needsInQuarantine(tx: EntityManager, kind: AttachableKind | null, subject: EntityRef, by: EntityRef) {
    return kind?.versions ? this.needsOf(tx, kind, subject) : [by];
  }

  private async ownerOf(tx: EntityManager, subject: EntityRef): Promise<EntityRef> {
    const owner = (await this.directory.get(tx, subject))?.ownerRef;
    if (!owner) throw new Error(`${subject} has no site that reads its drafts.`);
    return owner;
  }
}
