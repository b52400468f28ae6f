/** The files that come with a row: taken from the hand of whoever writes it, in the transaction that writes it. */
import { Injectable } from '@nestjs/common';
import { badInput, type Action } from '@hub/core/server';
import { attachmentId, attachmentUuid } from '@hub/plugins/files/contract';
import { In, IsNull, type EntityManager } from 'typeorm';
import { AttachmentRecord } from './attachment.record';
import { namelessName, sayingNothing } from './nameless.rules';

export interface RowWithFiles {
  readonly prefix: string;
  readonly id: string;
  /** Nothing of its files may say whose they are. */
  readonly isNameless: boolean;
}

type Row = Pick<RowWithFiles, 'prefix' | 'id'>;

export interface NamedFile {
  readonly attachment: string;
  readonly alternative?: string | null;
}

@Injectable()
export class FilesOfRows {
  /**
   * Gives a row these files and no others; says whether that changed anything. Throws BAD_USER_INPUT for one that is neither in the
   * writer's hand nor the row's, for a picture without words, for malware, and for what could tell whose a nameless row is.
   */
  async keep(action: Action, row: RowWithFiles, files: readonly NamedFile[]): Promise<boolean> {
    const { tx, at } = action;
    const there = await tx.find(AttachmentRecord, {
      where: { rowPrefix: row.prefix, rowId: row.id, removedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    const inHand = await this.inHand(action, files);
    const known = new Map([...there, ...inHand].map((record) => [attachmentId(record.id), record]));
    const chosen = files.map(({ attachment, alternative }, index) => {
      const record = known.get(attachment);
      known.delete(attachment);
      const path = `input.attachments.${index}`;
      if (!record)
        throw badInput(`${path}.attachment`, 'This file is not kept any more. Take it off the list and add it again');
      return { record, alternative: requireFit(record, alternative?.trim() ?? '', row, path) };
    });
    const left = there.filter(({ id }) => known.has(attachmentId(id)));
    for (const { id } of left) await tx.update(AttachmentRecord, { id }, { removedAt: at });
    let isChanged = left.length > 0;
    for (const [index, choice] of chosen.entries())
      isChanged = (await this.give(action, row, choice, index)) || isChanged;
    return isChanged;
  }

  /** Names and descriptions of the files of a row, of those too that were taken off it and wait to be tidied away. */
  async words(tx: EntityManager, row: Row): Promise<string[]> {
    return (await this.ofRow(tx, row)).flatMap(({ name, alternative }) => [name, alternative]);
  }

  /** Calls them something else. */
  async reword({ tx }: Action, row: Row, change: (words: string) => string): Promise<void> {
    for (const { id, name, alternative } of await this.ofRow(tx, row))
      await tx.update(AttachmentRecord, { id }, { name: change(name), alternative: change(alternative) });
  }

  private ofRow(tx: EntityManager, { prefix, id }: Row): Promise<AttachmentRecord[]> {
    return tx.findBy(AttachmentRecord, { rowPrefix: prefix, rowId: id });
  }

  private async inHand({ tx, actor }: Action, files: readonly NamedFile[]): Promise<AttachmentRecord[]> {
    const ids = files.flatMap(({ attachment }) => attachmentUuid(attachment) ?? []);
    return tx.find(AttachmentRecord, {
      where: { id: In(ids), subjectRef: actor.ref, addedBy: actor.ref, removedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  private async give(
    { tx, actor }: Action,
    row: RowWithFiles,
    { record, alternative }: { readonly record: AttachmentRecord; readonly alternative: string },
    index: number,
  ): Promise<boolean> {
    if (record.rowId === row.id && record.alternative === alternative) return false;
    await tx.update(
      AttachmentRecord,
      { id: record.id },
      {
        ...{ subjectRef: null, addedBy: null, rowPrefix: row.prefix, rowId: row.id, alternative },
        needs: record.status === 'READY' ? [] : [actor.ref],
        name: row.isNameless && record.rowId === null ? namelessName(record, index) : record.name,
      },
    );
    return true;
  }
}

/** The words for a picture, empty for other files. Throws BAD_USER_INPUT. */
function requireFit(record: AttachmentRecord, alternative: string, row: RowWithFiles, path: string): string {
  if (record.finding) throw badInput(`${path}.attachment`, 'This file looks like malware. Take it off the list');
  if (row.isNameless && !sayingNothing(record))
    throw badInput(
      `${path}.attachment`,
      'A document can hold the name of who made it. Without your name you can add pictures, CSV tables and plain text',
    );
  if (!record.mediaType.startsWith('image/')) return '';
  if (alternative === '') throw badInput(`${path}.alternative`, 'Say what the picture shows');
  return alternative;
}
