/** Tells those who follow a saved search what came to fit it, as far as they may see that when they are told. */
import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@hub/core/contract';
import { searchFound, type FoundFacts } from '@hub/plugins/search/contract';
import type { NoticeFacts, NoticeSource } from '@hub/plugins/subscriptions/contract';

@Injectable()
export class SavedSearchNotice implements NoticeSource {
  readonly event = searchFound.name;

  read({ subject, facts }: DomainEvent): Promise<NoticeFacts> {
    const { searches } = facts as unknown as FoundFacts;
    return Promise.resolve({ subject, happened: 'Newly found', news: 'first', circles: [searches], saidAlready: true });
  }
}
