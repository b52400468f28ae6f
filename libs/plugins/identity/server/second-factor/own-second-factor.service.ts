/** What a member does to their own second step, with its traces in the session and in the audit log. */
import { Inject, Injectable } from '@nestjs/common';
import { Audit, Links, Mail, Sessions, type Action } from '@hub/core/server';
import { recoveryCodesLetter } from '../letters';
import { PeopleService } from '../account/people.service';
import { SecondFactors, type SetUp } from './second-factor.service';

@Injectable()
export class OwnSecondFactor {
  constructor(
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(Links) private readonly links: Links,
  ) {}

  start(action: Action): Promise<SetUp> {
    return this.secondFactors.start(action);
  }

  /** Switches it on; this session counts as having proved it. Gives the recovery codes. */
  async confirm(action: Action, code: string): Promise<string[]> {
    const codes = await this.secondFactors.confirm(action, code);
    await this.renewSession(action);
    await this.record(action, 'second-factor.on');
    return codes;
  }

  /** Proves it once more in this session. Gives how many recovery codes are left. */
  async prove(action: Action, code: string): Promise<number> {
    const { tx, actor, at } = action;
    await this.secondFactors.requireProof(tx, actor.ref, code, at);
    await this.renewSession(action);
    await this.record(action, 'second-factor.proved');
    return this.secondFactors.recoveryCodesLeft(tx, actor.ref);
  }

  /** New recovery codes; those before are dead at once, and the person is told by mail. */
  async renewRecoveryCodes(action: Action): Promise<string[]> {
    const codes = await this.secondFactors.renewRecoveryCodes(action);
    await this.record(action, 'second-factor.recovery-codes-renewed');
    await this.tell(action);
    return codes;
  }

  /** Takes it away, with a code. Administrators need another before they administer again. */
  async remove(action: Action, code: string): Promise<void> {
    const { tx, actor, at } = action;
    await this.secondFactors.requireProof(tx, actor.ref, code, at);
    await this.secondFactors.remove(tx, actor.ref);
    await this.record(action, 'second-factor.off');
  }

  /** The session may do more from now on, so it goes on under a new token. */
  private async renewSession({ tx, actor, handOver }: Action): Promise<void> {
    if (actor.sessionId) handOver?.(await this.sessions.renewBySecondFactor(tx, actor.sessionId));
  }

  /** Whoever has no address, such as a member of the demonstration, is told on the page alone. */
  private async tell({ tx, actor, at }: Action): Promise<void> {
    const to = await this.people.emailOf(tx, actor.ref);
    if (!to) return;
    const href = this.links.absolute('/account/sessions');
    await this.mail.write(tx, { ...recoveryCodesLetter(href), to, member: actor.ref, at });
  }

  private record({ tx, actor }: Action, action: string): Promise<void> {
    return this.audit.add(tx, { action, actor: actor.ref, subject: actor.ref });
  }
}
