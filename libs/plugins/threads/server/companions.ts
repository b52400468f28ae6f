/** What other plugins keep with a post, such as its files. */
import { Inject, Injectable } from '@nestjs/common';
import { contributionsOf, type Action } from '@hub/core/server';
import { postedWith, type PostedWith, type WrittenPost } from '@hub/plugins/threads/contract';

@Injectable()
export class Companions {
  constructor(@Inject(contributionsOf(postedWith)) private readonly others: readonly PostedWith[]) {}

  /** Hands on what was written. Says whether anything beside the post changed. */
  async keep(action: Action, { id, anonymous }: WrittenPost, input: object): Promise<boolean> {
    let isChanged = false;
    for (const other of this.others) isChanged = (await other.keep(action, { id, anonymous }, input)) || isChanged;
    return isChanged;
  }
}
