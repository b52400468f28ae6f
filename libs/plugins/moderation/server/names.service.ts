/**
 * Opening the name of a post without one: with a reason, for one moderator and 30 minutes. What is lent is a key of this one case, as when
 * the glass of a private thing is broken; it is audited, and the author is told by whom and why.
 */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Accounts, Audit, badInput, Outbox, type Action } from '@hub/core/server';
import { keyOfName, nameOpened } from '@hub/plugins/moderation/contract';
import { CasesService, requireNoReporter } from './cases.service';
import { NameOpeningRecord } from './moderation.records';

const openForMs = 30 * 60_000;

@Injectable()
export class NamesService {
  constructor(
    @Inject(CasesService) private readonly cases: CasesService,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** BAD_USER_INPUT for a post that has its name; FORBIDDEN for whoever reported it. The log says who opened it and why, not whose name it is. Gives that. */
  async open(action: Action, input: { case: string; reason: string }): Promise<EntityRef> {
    const { tx, actor, at } = action;
    const { record, post, subject } = await this.cases.hold(action, input.case);
    if (!post.anonymous) throw badInput('input.case', 'This post has a name: there is nothing to open');
    await requireNoReporter(action, record);
    const until = new Date(at.getTime() + openForMs);
    const reason = input.reason.trim();
    await tx.insert(NameOpeningRecord, {
      ...{ id: randomUUID(), caseId: record.id, byRef: actor.ref, reason, openedAt: at, until },
    });
    await this.accounts.lend(tx, actor.ref, [keyOfName(record.id)], until);
    await this.audit.add(tx, {
      ...{ action: 'name.opened', actor: actor.ref, subject: post.thread },
      facts: { case: input.case, subject, reason, until: until.toISOString() },
    });
    const facts = { case: input.case };
    await this.outbox.add(tx, { name: nameOpened.name, subject: post.thread, actor: actor.ref, at, facts });
    return post.author;
  }
}
