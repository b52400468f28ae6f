/** Invitations: sent by the leads of a site to an address, and accepted once, by whoever signs in with it. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { rowIdOf, type EntityRef } from '@hub/core/contract';
import {
  Attempts,
  Audit,
  Conflict,
  hashOfToken,
  Links,
  Mail,
  newToken,
  NotFound,
  Outbox,
  type Action,
  type AttemptLimit,
} from '@hub/core/server';
import { People } from '@hub/plugins/identity/contract';
import { invitationAccepted, invitationAddress } from '@hub/plugins/membership/contract';
import { Members, siteNamed, type SiteRole } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { invitedAddress, landingPage } from './invitation.rules';
import { invitationIdPrefix } from './invitation.read';
import { invitationLetter } from './letters';
import { Letters } from './letters.service';
import { InvitationRecord } from './membership.records';
import { isOpenSql } from './open-invitations';
import { belongsTo, closeOpenRequest, requireLead } from './standing';

export interface InviteToSite {
  readonly site: string;
  readonly email: string;
  readonly role: SiteRole;
  readonly landing?: string | null;
}

/** A made invitation, with its secret: shown to nobody but its letter. */
export interface MadeInvitation {
  readonly id: string;
  readonly token: string;
}

const lettersADay: AttemptLimit = { what: 'invitations by lead', most: 100, withinSeconds: 24 * 3600 };
const triesAnHour: AttemptLimit = { what: 'invitation accepted', most: 20, withinSeconds: 3600 };

@Injectable()
export class InvitationsService {
  constructor(
    @Inject(Members) private readonly members: Members,
    @Inject(People) private readonly people: People,
    @Inject(Letters) private readonly letters: Letters,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Links) private readonly links: Links,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Makes one and writes its letter. Throws BAD_USER_INPUT, or CONFLICT while one to this address is open. Gives its id. */
  async invite(action: Action, input: InviteToSite): Promise<string> {
    await this.attempts.count(lettersADay, action.actor.ref);
    const made = await this.make(action, input);
    return this.send(action, made);
  }

  /** Makes one without a letter: the demonstration's, too, which is sent to nobody. */
  async make(action: Action, input: InviteToSite): Promise<MadeInvitation> {
    const { tx, actor, at } = action;
    const site = siteNamed(input.site);
    const email = invitedAddress(input.email);
    const landing = landingPage(input.landing, this.links.pageOf(site));
    const token = newToken();
    await this.makeRoom(tx, site, email);
    const rows: { id: string }[] = await tx.query(
      `INSERT INTO membership.invitation (id, site_ref, email, role, token_hash, landing, invited_by, invited_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz, $8::timestamptz + interval '7 days') ON CONFLICT DO NOTHING RETURNING id`,
      [randomUUID(), site, email, input.role, hashOfToken(token), landing, actor.ref, at],
    );
    const [made] = rows;
    if (!made) throw new Conflict('An invitation to this address is open. Send it again, or take it back');
    return { id: made.id, token };
  }

  /** A new link, which lasts as long as a first one. The one before stops working. Throws NOT_FOUND, or CONFLICT once accepted. */
  async resend(action: Action, id: string): Promise<string> {
    const { tx, actor, at } = action;
    const invitation = await this.ofLead(action, id);
    if (invitation.acceptedAt) throw new Conflict('This invitation was accepted already');
    if (invitation.revokedAt) throw new Conflict('This invitation was taken back. Invite them anew');
    await this.attempts.count(lettersADay, actor.ref);
    const token = newToken();
    await tx.query(
      `UPDATE membership.invitation SET token_hash = $2, invited_by = $3, invited_at = $4::timestamptz, expires_at = $4::timestamptz + interval '7 days'
       WHERE id = $1`,
      [invitation.id, hashOfToken(token), actor.ref, at],
    );
    return this.send(action, { id: invitation.id, token });
  }

  /** Nothing happens when it was taken back already. Throws NOT_FOUND, or CONFLICT once accepted. */
  async revoke(action: Action, id: string): Promise<string> {
    const { tx, at } = action;
    const invitation = await this.ofLead(action, id);
    if (invitation.acceptedAt) throw new Conflict('This invitation was accepted already');
    if (!invitation.revokedAt) {
      await tx.update(InvitationRecord, { id: invitation.id }, { revokedAt: at });
      await this.tell(action, 'invitation.revoked', invitation);
    }
    return idOf(invitation);
  }

  /**
   * Makes the actor a member of the site. Whoever is one already keeps their role. Throws the same NOT_FOUND for a token that is
   * none, was used, taken back or is too old, and for whoever it was not sent to; RATE_LIMITED after 20 tries in an hour.
   */
  async accept(action: Action, token: string): Promise<{ site: EntityRef; landing: string }> {
    const { tx, actor, at } = action;
    await this.attempts.count(triesAnHour, actor.ref);
    const invitation = await this.openWith(tx, token, actor.ref, true);
    if (!invitation) throw new NotFound();
    const { id, siteRef, role, landing, invitedBy } = invitation;
    await tx.update(InvitationRecord, { id }, { acceptedBy: actor.ref, acceptedAt: at });
    await closeOpenRequest(action, siteRef);
    if (!(await belongsTo(tx, actor.ref, siteRef))) await this.members.join(action, actor.ref, siteRef, role);
    const facts = { invitation: id, invitedBy };
    await this.outbox.add(tx, { name: invitationAccepted.name, subject: siteRef, actor: actor.ref, at, facts });
    await this.tell(action, 'invitation.accepted', invitation);
    return { site: siteRef, landing };
  }

  /**
   * The invitation that a token opens now, or null; for a member only one that was sent to them. Locked on wish. What was sent to
   * somebody else takes the same statements as what does not exist, so that time tells nothing.
   */
  async openWith(
    tx: EntityManager,
    token: string,
    member: EntityRef | null,
    forUpdate = false,
  ): Promise<InvitationRecord | null> {
    const sentTo = member && ((await this.people.emailOf(tx, member)) ?? '');
    const rows: { id: string }[] = await tx.query(
      `SELECT i.id FROM membership.invitation i WHERE i.token_hash = $1 AND i.email = coalesce($2, i.email) AND ${isOpenSql('i')}
       ${forUpdate ? 'FOR UPDATE OF i' : ''}`,
      [hashOfToken(token), sentTo],
    );
    const [row] = rows;
    return row ? tx.findOneBy(InvitationRecord, { id: row.id }) : null;
  }

  /** One that can no longer be accepted makes room for a new one. */
  private async makeRoom(tx: EntityManager, site: EntityRef, email: string): Promise<void> {
    await tx.query(
      `UPDATE membership.invitation i SET revoked_at = now()
       WHERE site_ref = $1 AND email = $2 AND accepted_at IS NULL AND revoked_at IS NULL AND NOT ${isOpenSql('i')}`,
      [site, email],
    );
  }

  private async send(action: Action, { id, token }: MadeInvitation): Promise<string> {
    const { tx, actor, at } = action;
    const invitation = await tx.findOneByOrFail(InvitationRecord, { id });
    const letter = invitationLetter({
      by: await this.letters.titleOf(tx, actor.ref),
      site: await this.letters.titleOf(tx, invitation.siteRef),
      role: invitation.role,
      href: this.links.absolute(invitationAddress(token)),
    });
    await this.mail.write(tx, { ...letter, to: invitation.email, secret: true, at });
    await this.tell(action, 'invitation.sent', invitation);
    return idOf(invitation);
  }

  /** Throws NOT_FOUND for whatever is not at a site that the actor leads. */
  private async ofLead({ tx, actor }: Action, id: string): Promise<InvitationRecord> {
    const uuid = rowIdOf(invitationIdPrefix, id);
    const invitation =
      uuid && (await tx.findOne(InvitationRecord, { where: { id: uuid }, lock: { mode: 'pessimistic_write' } }));
    if (!invitation) throw new NotFound();
    requireLead(actor, invitation.siteRef);
    return invitation;
  }

  private async tell({ tx, actor }: Action, action: string, { id, siteRef, role }: InvitationRecord): Promise<void> {
    await this.audit.add(tx, { action, actor: actor.ref, subject: siteRef, facts: { invitation: id, role } });
  }
}

function idOf({ id }: InvitationRecord): string {
  return `${invitationIdPrefix}:${id}`;
}
