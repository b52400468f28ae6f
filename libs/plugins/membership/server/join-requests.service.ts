/** Asking to join a site, and what its leads answer. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { keyOfSiteLeads, rowIdOf, type EntityRef } from '@hub/core/contract';
import {
  Attempts,
  Audit,
  badInput,
  Conflict,
  Links,
  NotFound,
  Outbox,
  type Action,
  type AttemptLimit,
} from '@hub/core/server';
import { joinAnswered, joinAsked } from '@hub/plugins/membership/contract';
import { Members, siteNamed, type SiteRole } from '@hub/plugins/sites/contract';
import { joinRequestIdPrefix } from './join-request.read';
import { joinApprovedLetter, joinAskedLetter, joinDeclinedLetter } from './letters';
import { leadsOf, Letters } from './letters.service';
import { JoinRequestRecord } from './membership.records';
import { belongsTo, requireLead } from './standing';

const asksADay: AttemptLimit = { what: 'asking to join by member', most: 20, withinSeconds: 24 * 3600 };

@Injectable()
export class JoinRequestsService {
  constructor(
    @Inject(Members) private readonly members: Members,
    @Inject(Letters) private readonly letters: Letters,
    @Inject(Links) private readonly links: Links,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Asks the leads of a site. Throws BAD_USER_INPUT for its members, or CONFLICT while an earlier request is open. Gives its id. */
  async ask(action: Action, input: { site: string; words: string }): Promise<string> {
    await this.attempts.count(asksADay, action.actor.ref);
    return this.make(action, input);
  }

  /** The same without counting how often it was tried: for the demonstration. */
  async make(action: Action, input: { site: string; words: string }): Promise<string> {
    const { tx, actor, at } = action;
    const site = siteNamed(input.site);
    if (await belongsTo(tx, actor.ref, site)) throw badInput('input.site', 'You belong to this site already');
    const rows: { id: string }[] = await tx.query(
      `INSERT INTO membership.join_request (id, site_ref, member_ref, words, asked_at, state) VALUES ($1, $2, $3, $4, $5, 'OPEN')
       ON CONFLICT (site_ref, member_ref) WHERE state = 'OPEN' DO NOTHING RETURNING id`,
      [randomUUID(), site, actor.ref, input.words.trim(), at],
    );
    const [made] = rows;
    if (!made) throw new Conflict('You have asked already. The leads of the site have not answered yet');
    const by = await this.letters.titleOf(tx, actor.ref);
    const facts = { by, site: await this.letters.titleOf(tx, site), words: input.words.trim() };
    const href = this.links.addressOf(site, '/people');
    const letter = { ...joinAskedLetter({ ...facts, href }), needs: [keyOfSiteLeads(site)] };
    await this.letters.writeTo(action, await leadsOf(tx, site), letter);
    await this.raise(action, joinAsked.name, site, { request: made.id });
    await this.audit.add(tx, { action: 'join.asked', actor: actor.ref, subject: site, facts: { request: made.id } });
    return idOf(made);
  }

  /** The asker's own. Throws NOT_FOUND, or CONFLICT when it was answered already. */
  async withdraw(action: Action, id: string): Promise<string> {
    const { tx, actor } = action;
    const request = await this.locked(action, id);
    if (request.memberRef !== actor.ref) throw new NotFound();
    await this.close(action, request, { state: 'WITHDRAWN' });
    const facts = { request: request.id };
    await this.audit.add(tx, { action: 'join.withdrawn', actor: actor.ref, subject: request.siteRef, facts });
    return idOf(request);
  }

  /** Lets them in. Throws NOT_FOUND for those who do not lead the site, or CONFLICT when it was answered already. */
  async approve(action: Action, id: string, role: SiteRole): Promise<string> {
    const request = await this.ofLead(action, id);
    const { siteRef, memberRef } = request;
    await this.close(action, request, { state: 'APPROVED', role });
    if (!(await belongsTo(action.tx, memberRef, siteRef))) await this.members.join(action, memberRef, siteRef, role);
    const site = await this.letters.titleOf(action.tx, siteRef);
    const letter = joinApprovedLetter({ site, role, href: this.links.addressOf(siteRef) });
    await this.answered(action, request, { approved: true, letter });
    return idOf(request);
  }

  /** Says no, with words that the asker reads. Throws as `approve` does. */
  async decline(action: Action, id: string, words: string): Promise<string> {
    const request = await this.ofLead(action, id);
    await this.close(action, request, { state: 'DECLINED', answer: words.trim() });
    const site = await this.letters.titleOf(action.tx, request.siteRef);
    const letter = joinDeclinedLetter({ site, words: words.trim(), href: this.links.addressOf(request.siteRef) });
    await this.answered(action, request, { approved: false, letter });
    return idOf(request);
  }

  private async answered(
    action: Action,
    { id, siteRef, memberRef }: JoinRequestRecord,
    { approved, letter }: { approved: boolean; letter: Parameters<Letters['writeTo']>[2] },
  ): Promise<void> {
    await this.letters.writeTo(action, [memberRef], letter);
    await this.raise(action, joinAnswered.name, siteRef, { request: id, member: memberRef, approved });
    const facts = { request: id, member: memberRef };
    const done = approved ? 'join.approved' : 'join.declined';
    await this.audit.add(action.tx, { action: done, actor: action.actor.ref, subject: siteRef, facts });
  }

  private async raise({ tx, actor, at }: Action, name: string, subject: EntityRef, facts: object): Promise<void> {
    await this.outbox.add(tx, { name, subject, actor: actor.ref, at, facts: { ...facts } });
  }

  private async close(
    { tx, actor, at }: Action,
    request: JoinRequestRecord,
    answer: Partial<JoinRequestRecord> & Pick<JoinRequestRecord, 'state'>,
  ): Promise<void> {
    if (request.state !== 'OPEN')
      throw new Conflict(answeredAlready[request.state], { state: request.state, answeredBy: request.answeredBy });
    await tx.update(JoinRequestRecord, { id: request.id }, { ...answer, answeredBy: actor.ref, answeredAt: at });
  }

  private async ofLead(action: Action, id: string): Promise<JoinRequestRecord> {
    const request = await this.locked(action, id);
    requireLead(action.actor, request.siteRef);
    return request;
  }

  private async locked({ tx }: Action, id: string): Promise<JoinRequestRecord> {
    const uuid = rowIdOf(joinRequestIdPrefix, id);
    const request =
      uuid && (await tx.findOne(JoinRequestRecord, { where: { id: uuid }, lock: { mode: 'pessimistic_write' } }));
    if (!request) throw new NotFound();
    return request;
  }
}

const answeredAlready = {
  APPROVED: 'This request was approved already',
  DECLINED: 'This request was declined already',
  WITHDRAWN: 'This request was taken back by whoever asked',
} as const;

function idOf({ id }: { readonly id: string }): string {
  return `${joinRequestIdPrefix}:${id}`;
}
