/** New sites: proposed by members, opened or declined by the network team. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { careModelCodes, careModelRef, keyOfRole, rowIdOf, type EntityRef } from '@hub/core/contract';
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
import { proposalAnswered, proposalsPage } from '@hub/plugins/membership/contract';
import { Members, Sites } from '@hub/plugins/sites/contract';
import { proposalDeclinedLetter, siteOpenedLetter } from './letters';
import { Letters } from './letters.service';
import { SiteProposalRecord } from './membership.records';
import { proposalIdPrefix } from './proposal.read';

export interface ProposeSite {
  readonly name: string;
  readonly region: string;
  readonly modelTypes: readonly string[];
  readonly why: string;
}

const proposalsADay: AttemptLimit = { what: 'proposed sites by member', most: 5, withinSeconds: 24 * 3600 };

@Injectable()
export class ProposalsService {
  constructor(
    @Inject(Sites) private readonly sites: Sites,
    @Inject(Members) private readonly members: Members,
    @Inject(Letters) private readonly letters: Letters,
    @Inject(Links) private readonly links: Links,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Throws BAD_USER_INPUT, also when there is a site of this name or one that looks like it. Gives the proposal's id. */
  async propose(action: Action, input: ProposeSite): Promise<string> {
    await this.attempts.count(proposalsADay, action.actor.ref);
    return this.make(action, input);
  }

  /** The same without counting how often it was tried: for the demonstration. */
  async make({ tx, actor, at }: Action, input: ProposeSite): Promise<string> {
    const [name, region] = [oneLine(input.name), oneLine(input.region)];
    const careModels = careModelsIn(input.modelTypes);
    await this.sites.slugFor(tx, name);
    const id = randomUUID();
    await tx.insert(SiteProposalRecord, {
      ...{ id, name, region, careModels },
      why: input.why.trim(),
      proposedBy: actor.ref,
      proposedAt: at,
      state: 'OPEN',
    });
    await this.audit.add(tx, { action: 'site.proposed', actor: actor.ref, facts: { proposal: id } });
    return idOf(id);
  }

  /** The proposer's own. Throws NOT_FOUND, or CONFLICT when it was answered already. */
  async withdraw(action: Action, id: string): Promise<string> {
    const { tx, actor, at } = action;
    const proposal = await this.locked(action, id);
    if (proposal.proposedBy !== actor.ref) throw new NotFound();
    requireOpen(proposal);
    await tx.update(SiteProposalRecord, { id: proposal.id }, { state: 'WITHDRAWN', answeredAt: at });
    const facts = { proposal: proposal.id };
    await this.audit.add(tx, { action: 'site.proposal-withdrawn', actor: actor.ref, facts });
    return idOf(proposal.id);
  }

  /** Opens the site; whoever proposed it leads it. Throws NOT_FOUND, CONFLICT, or BAD_USER_INPUT when the name was taken meanwhile. */
  async approve(action: Action, id: string): Promise<string> {
    const { tx, at } = action;
    const proposal = await this.locked(action, id);
    requireOpen(proposal);
    const { name, region, careModels, proposedBy } = proposal;
    const slug = await this.sites.slugFor(tx, name);
    const site = await this.sites.addPlace(action, { slug, name, region, careModels, tagline: null });
    await this.members.join(action, proposedBy, site, 'LEAD');
    const answer = { state: 'APPROVED', answeredBy: action.actor.ref, answeredAt: at, siteRef: site } as const;
    await tx.update(SiteProposalRecord, { id: proposal.id }, answer);
    const letter = siteOpenedLetter({ site: name, href: this.links.addressOf(site) });
    await this.letters.writeTo(action, [proposedBy], letter);
    await this.answered(action, proposal, site);
    return idOf(proposal.id);
  }

  /** Says no, with words that the proposer reads. Throws NOT_FOUND or CONFLICT. */
  async decline(action: Action, id: string, words: string): Promise<string> {
    const { tx, actor, at } = action;
    const proposal = await this.locked(action, id);
    requireOpen(proposal);
    const answer = { state: 'DECLINED', answer: words.trim(), answeredBy: actor.ref, answeredAt: at } as const;
    await tx.update(SiteProposalRecord, { id: proposal.id }, answer);
    const href = this.links.absolute(proposalsPage);
    const letter = proposalDeclinedLetter({ name: proposal.name, words: words.trim(), href });
    await this.letters.writeTo(action, [proposal.proposedBy], letter);
    await this.answered(action, proposal, null);
    return idOf(proposal.id);
  }

  private async answered(
    { tx, actor, at }: Action,
    { id, proposedBy }: SiteProposalRecord,
    site: EntityRef | null,
  ): Promise<void> {
    const facts = { proposal: id, member: proposedBy, approved: site !== null };
    await this.outbox.add(tx, {
      name: proposalAnswered.name,
      subject: site ?? proposedBy,
      actor: actor.ref,
      at,
      facts,
    });
    const action = site ? 'site.opened' : 'site.declined';
    await this.audit.add(tx, { action, actor: actor.ref, subject: site, facts: { proposal: id } });
  }

  private async locked({ tx, actor }: Action, id: string): Promise<SiteProposalRecord> {
    const uuid = rowIdOf(proposalIdPrefix, id);
    const proposal =
      uuid && (await tx.findOne(SiteProposalRecord, { where: { id: uuid }, lock: { mode: 'pessimistic_write' } }));
    const isSeen = proposal && (proposal.proposedBy === actor.ref || actor.keys.includes(keyOfRole('administrator')));
    if (!isSeen) throw new NotFound();
    return proposal;
  }
}

function requireOpen({ state, answeredBy }: SiteProposalRecord): void {
  if (state !== 'OPEN') throw new Conflict('This proposal was answered already, or taken back', { state, answeredBy });
}

function careModelsIn(codes: readonly string[]): EntityRef[] {
  const known: readonly string[] = careModelCodes;
  const chosen = [...new Set(codes.map((code) => code.toUpperCase()))];
  if (chosen.length === 0 || chosen.some((code) => !known.includes(code)))
    throw badInput('input.modelTypes', `Choose at least one care model: ${careModelCodes.join(', ')}`);
  return chosen.map(careModelRef);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function idOf(id: string): string {
  return `${proposalIdPrefix}:${id}`;
}
