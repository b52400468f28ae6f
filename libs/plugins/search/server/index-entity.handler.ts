/** Follows every change of the directory with the search index, and tells which saved searches came to find what changed. */
import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent, EntityRef } from '@hub/core/contract';
import { Outbox, type DomainEventHandler } from '@hub/core/server';
import { searchFound, type FoundFacts } from '@hub/plugins/search/contract';
import type { EntityManager } from 'typeorm';
import { findingOne } from './saved.sql';
import { SearchIndex, takeTurns } from './search-index';

@Injectable()
export class IndexEntity implements DomainEventHandler {
  constructor(
    @Inject(SearchIndex) private readonly index: SearchIndex,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  async handle({ subject, at, loaded }: DomainEvent, tx: EntityManager): Promise<void> {
    // What is loaded happened long ago: to those who kept a search by then it was new.
    const there = loaded ? at : null;
    await takeTurns(tx, [subject]);
    const before = new Set(await findingNow(tx, subject, there));
    await this.index.refresh(tx, [subject]);
    const searches = (await findingNow(tx, subject, there)).filter((ref) => !before.has(ref));
    if (searches.length === 0) return;
    await tx.query(
      `INSERT INTO search.saved_match (saved_ref, ref) SELECT found, $2 FROM unnest($1::text[]) found ON CONFLICT DO NOTHING`,
      [searches, subject],
    );
    const facts = { searches } satisfies FoundFacts;
    await this.outbox.add(tx, { name: searchFound.name, subject, actor: null, at, facts, loaded });
  }
}

async function findingNow(tx: EntityManager, subject: EntityRef, there: Date | null): Promise<EntityRef[]> {
  const rows: { ref: EntityRef }[] = await tx.query(findingOne, [subject, there]);
  return rows.map(({ ref }) => ref);
}
