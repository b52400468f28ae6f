/** What other plugins keep with a post, such as its files. */
import { Inject, Injectable } from '@nestjs/common';
import { contributionsOf, type Action } from '@hub/core/server';
import type { EntityManager } from 'typeorm';
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

  /** All words that go with a post. */
  async words(tx: EntityManager, post: string): Promise<string[]> {
    const found: string[] = [];
    for (const other of this.others) found.push(...(await other.words(tx, post)));
    return found;
  }

  async reword(action: Action, post: string, change: (words: string) => string): Promise<void> {
    for (const other of this.others) await other.reword(action, post, change);
  }
}
