/** Asking to join a closed community, and what its facilitators answer. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { keyOfFacilitators, rowIdOf, type EntityRef } from '@hub/core/contract';
import {
  Attempts,
  Audit,
  badInput,
  Conflict,
  NotFound,
  Outbox,
  type Action,
  type AttemptLimit,
} from '@hub/core/server';
import { communityAnswered, communityAsked, requestPrefix } from '@hub/plugins/communities/contract';
import { CommunityRequestRecord } from './community.record';
import { CommunityPeople, roleOf } from './people.service';

const asksADay: AttemptLimit = { what: 'asking to join communities by member', most: 20, withinSeconds: 24 * 3600 };

@Injectable()
export class CommunityRequests {
  constructor(
    @Inject(CommunityPeople) private readonly people: CommunityPeople,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Asks the facilitators. Throws BAD_USER_INPUT for members and where one need not ask, CONFLICT while an earlier one is open. */
  async ask(action: Action, input: { community: EntityRef; words: string }): Promise<string> {
    await this.attempts.count(asksADay, action.actor.ref);
    return this.make(action, input);
  }

  /** The same without counting how often it was tried: for the demonstration. */
  async make({ tx, actor, at }: Action, input: { community: EntityRef; words: string }): Promise<string> {
    const { ref, kind } = await this.people.locked(tx, input.community);
    if (await roleOf(tx, actor.ref, ref)) throw badInput('input.community', 'You belong to this community already');
    if (kind !== 'CLOSED') throw badInput('input.community', sayInstead[kind]);
    const rows: { id: string }[] = await tx.query(
      `INSERT INTO communities.request (id, community_ref, member_ref, words, asked_at, state) VALUES ($1, $2, $3, $4, $5, 'OPEN')
       ON CONFLICT (community_ref, member_ref) WHERE state = 'OPEN' DO NOTHING RETURNING id`,
      [randomUUID(), ref, actor.ref, input.words.trim(), at],
    );
    const [made] = rows;
    if (!made) throw new Conflict('You have asked already. Those who facilitate it have not answered yet');
    const facts = { request: made.id };
    await this.outbox.add(tx, { name: communityAsked.name, subject: ref, actor: actor.ref, at, facts });
    await this.audit.add(tx, { action: communityAsked.name, actor: actor.ref, subject: ref, facts });
    return idOf(made);
  }

  /** The asker's own. Throws NOT_FOUND, or CONFLICT when it was answered already. */
  async withdraw(action: Action, id: string): Promise<string> {
    const request = await this.locked(action, id, ({ memberRef }) => memberRef === action.actor.ref);
    await this.close(action, request, { state: 'WITHDRAWN' });
    await this.note(action, 'community.request-withdrawn', request);
    return idOf(request);
  }

  /** Lets them in. Throws NOT_FOUND for those who do not facilitate it, CONFLICT when it was answered already. */
  async approve(action: Action, id: string): Promise<string> {
    const request = await this.toAnswer(action, id);
    await this.close(action, request, { state: 'APPROVED' });
    await this.people.join(action, request.memberRef, request.communityRef);
    await this.tell(action, request, true);
    return idOf(request);
  }

  /** Says no, with words that the asker reads. Throws as `approve` does. */
  async decline(action: Action, id: string, words: string): Promise<string> {
    const request = await this.toAnswer(action, id);
    await this.close(action, request, { state: 'DECLINED', answer: words.trim() });
    await this.tell(action, request, false);
    return idOf(request);
  }

  private async tell(action: Action, request: CommunityRequestRecord, approved: boolean): Promise<void> {
    const { tx, actor, at } = action;
    const { communityRef: subject, memberRef: member } = request;
    const facts = { member, approved };
    await this.outbox.add(tx, { name: communityAnswered.name, subject, actor: actor.ref, at, facts });
    await this.note(action, approved ? 'community.request-approved' : 'community.request-declined', request);
  }

  private async note({ tx, actor }: Action, action: string, request: CommunityRequestRecord): Promise<void> {
    const facts = { request: request.id, member: request.memberRef };
    await this.audit.add(tx, { action, actor: actor.ref, subject: request.communityRef, facts });
  }

  private async close(
    { tx, actor, at }: Action,
    request: CommunityRequestRecord,
    answer: Partial<CommunityRequestRecord> & Pick<CommunityRequestRecord, 'state'>,
  ): Promise<void> {
    if (request.state !== 'OPEN')
      throw new Conflict(answeredAlready[request.state], { state: request.state, answeredBy: request.answeredBy });
    await tx.update(CommunityRequestRecord, { id: request.id }, { ...answer, answeredBy: actor.ref, answeredAt: at });
  }

  private toAnswer(action: Action, id: string): Promise<CommunityRequestRecord> {
    return this.locked(action, id, ({ communityRef }) => action.actor.keys.includes(keyOfFacilitators(communityRef)));
  }

  /** The request with its community locked first, as everywhere. NOT_FOUND unless it is the actor's to act on. */
  private async locked(
    { tx }: Action,
    id: string,
    isTheirs: (request: CommunityRequestRecord) => boolean,
  ): Promise<CommunityRequestRecord> {
    const uuid = rowIdOf(requestPrefix, id);
    const found = uuid && (await tx.findOneBy(CommunityRequestRecord, { id: uuid }));
    if (!found || !isTheirs(found)) throw new NotFound();
    await this.people.locked(tx, found.communityRef);
    return tx.findOneByOrFail(CommunityRequestRecord, { id: found.id });
  }
}

const sayInstead = {
  OPEN: 'You need not ask: join this community',
  PRIVATE: 'Those who facilitate this community invite people to it',
} as const;

const answeredAlready = {
  APPROVED: 'This request was approved already',
  DECLINED: 'This request was declined already',
  WITHDRAWN: 'This request was taken back, or needs no answer any more',
} as const;

function idOf({ id }: { readonly id: string }): string {
  return `${requestPrefix}:${id}`;
}
