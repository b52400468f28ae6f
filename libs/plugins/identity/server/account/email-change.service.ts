/** A change of the address one signs in by: it takes effect when both the old place and the new one have confirmed. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import {
  Attempts,
  Audit,
  badInput,
  Conflict,
  hashOfToken,
  Links,
  Mail,
  newToken,
  NotFound,
  type Action,
  type Letter,
} from '@hub/core/server';
import { plainEmail } from '@hub/plugins/identity/contract';
import { Admission } from '../admission.service';
import { EmailChangeRecord } from '../identity.records';
import { linkLastsMs, newAddressLetter, oldAddressLetter } from '../letters';
import { emailChanges } from '../limits';
import { PeopleService } from './people.service';

/** What a member signs in by, and what they asked to sign in by. */
export interface EmailState {
  readonly email: string | null;
  readonly newEmail: string | null;
}

@Injectable()
export class EmailChanges {
  constructor(
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Admission) private readonly admission: Admission,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Links) private readonly links: Links,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /**
   * Writes to both places. The answer is the same where the new address is somebody else's: the letter that would confirm it is
   * then never written. Throws BAD_USER_INPUT for no address and for one that may not sign in, RATE_LIMITED for too many.
   */
  async request({ tx, actor, at }: Action, text: string): Promise<EmailState> {
    const member = actor.ref;
    const newEmail = plainEmail(text);
    if (!newEmail) throw badInput('input.email', 'Enter an e-mail address such as name@nhs.net');
    const email = await this.people.emailOf(tx, member);
    if (newEmail === email) throw badInput('input.email', 'This is your address already');
    await this.attempts.count(emailChanges, member);
    const owner = await this.people.memberWithEmail(tx, newEmail);
    if (!owner && !(await this.admission.admitsUnknown(tx, newEmail)))
      throw badInput('input.email', 'Addresses at this domain cannot sign in. Use one of your organisation');
    const oldToken = email ? newToken() : null;
    const freshToken = owner ? null : newToken();
    await tx.upsert(
      EmailChangeRecord,
      {
        memberRef: member,
        newEmail,
        oldTokenHash: oldToken === null ? null : hashOfToken(oldToken),
        newTokenHash: freshToken === null ? null : hashOfToken(freshToken),
        oldConfirmedAt: email ? null : at,
        newConfirmedAt: null,
        expiresAt: new Date(at.getTime() + linkLastsMs),
      },
      ['memberRef'],
    );
    if (email && oldToken) await this.write({ tx, actor, at }, email, oldAddressLetter(this.linkOf(oldToken)));
    if (freshToken) await this.write({ tx, actor, at }, newEmail, newAddressLetter(this.linkOf(freshToken)));
    await this.audit.add(tx, { action: 'email.change-asked', actor: member, subject: member });
    return { email, newEmail };
  }

  /** Confirms at one place, by the link in its letter. Throws NOT_FOUND for a link that is not this member's, or is old or used. */
  async confirm({ tx, actor, at }: Action, token: string): Promise<EmailState> {
    const member = actor.ref;
    const change = await tx.findOne(EmailChangeRecord, {
      where: { memberRef: member },
      lock: { mode: 'pessimistic_write' },
    });
    const hash = hashOfToken(token);
    const isOld = change?.oldTokenHash?.equals(hash) ?? false;
    const isNew = change?.newTokenHash?.equals(hash) ?? false;
    if (!change || change.expiresAt <= at || (!isOld && !isNew)) throw new NotFound();
    const oldConfirmedAt = change.oldConfirmedAt ?? (isOld ? at : null);
    const newConfirmedAt = change.newConfirmedAt ?? (isNew ? at : null);
    if (!oldConfirmedAt || !newConfirmedAt) {
      await tx.update(EmailChangeRecord, { memberRef: member }, { oldConfirmedAt, newConfirmedAt });
      return { email: await this.people.emailOf(tx, member), newEmail: change.newEmail };
    }
    return this.complete({ tx, actor, at }, change.newEmail);
  }

  /** Forgets what was asked for. Does nothing when nothing was. */
  async cancel({ tx, actor }: Action): Promise<EmailState> {
    await tx.delete(EmailChangeRecord, { memberRef: actor.ref });
    return { email: await this.people.emailOf(tx, actor.ref), newEmail: null };
  }

  private async complete({ tx, actor, at }: Action, newEmail: string): Promise<EmailState> {
    if (await this.people.memberWithEmail(tx, newEmail))
      throw new Conflict('Somebody else signs in by this address by now. Ask for another');
    await this.people.setEmail(tx, actor.ref, newEmail, at);
    await tx.delete(EmailChangeRecord, { memberRef: actor.ref });
    await this.audit.add(tx, { action: 'email.changed', actor: actor.ref, subject: actor.ref });
    return { email: newEmail, newEmail: null };
  }

  private write({ tx, actor, at }: Action, to: string, letter: Letter): Promise<void> {
    const member: EntityRef = actor.ref;
    return this.mail.write(tx, { ...letter, to, member, secret: true, at });
  }

  private linkOf(token: string): string {
    return this.links.absolute(`/account/confirm-email?token=${token}`);
  }
}
