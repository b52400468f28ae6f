/** Each post keeps the files that its writer names with it. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Acting, Transaction } from '@hub/core/contract';
import type { Action } from '@hub/core/server';
import { postPrefix, type PostedWith, type WrittenPost } from '@hub/plugins/threads/contract';
import { FilesOfRows, type NamedFile } from './files-of-rows';

@Injectable()
export class KeepWithPost implements PostedWith {
  constructor(@Inject(FilesOfRows) private readonly rows: FilesOfRows) {}

  /** Without a list the post's files stay as they are. */
  async keep(acting: Acting, { id, anonymous }: WrittenPost, input: object): Promise<boolean> {
    const { attachments } = input as { readonly attachments?: readonly NamedFile[] | null };
    if (!attachments) return false;
    return this.rows.keep(acting as Action, { prefix: postPrefix, id, isNameless: anonymous }, attachments);
  }

  /** What its files are called, and what its pictures show. */
  words(tx: Transaction, post: string): Promise<string[]> {
    return this.rows.words(tx as EntityManager, { prefix: postPrefix, id: post });
  }

  reword(acting: Acting, post: string, change: (words: string) => string): Promise<void> {
    return this.rows.reword(acting as Action, { prefix: postPrefix, id: post }, change);
  }
}
