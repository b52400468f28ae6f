/** Each post keeps the files that its writer names with it. */
import { Inject, Injectable } from '@nestjs/common';
import type { Acting } from '@hub/core/contract';
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
}
