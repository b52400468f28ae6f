/** Keeps what can be followed as a tag as it is on discussions: whenever one changes, or who sees it. */
import { Injectable } from '@nestjs/common';
import { kindOfId, type DomainEvent } from '@hub/core/contract';
import type { DomainEventHandler } from '@hub/core/server';
import { threadKind } from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';
import { dropTags, keepTags } from './tags.sql';

@Injectable()
export class KeepTags implements DomainEventHandler {
  async handle({ subject }: DomainEvent, tx: EntityManager): Promise<void> {
    if (kindOfId(subject) !== threadKind) return;
    await tx.query(keepTags, [subject]);
    await tx.query(dropTags);
  }
}
