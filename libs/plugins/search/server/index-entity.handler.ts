/** Follows every change of the directory with the search index. */
import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '@hub/core/contract';
import type { DomainEventHandler } from '@hub/core/server';
import type { EntityManager } from 'typeorm';
import { SearchIndex } from './search-index';

@Injectable()
export class IndexEntity implements DomainEventHandler {
  constructor(@Inject(SearchIndex) private readonly index: SearchIndex) {}

  handle(event: DomainEvent, tx: EntityManager): Promise<void> {
    return this.index.refresh(tx, [event.subject]);
  }
}
