/** What a member does to their own second step, with its traces in the session and in the audit log. */
import { Inject, Injectable } from '@nestjs/common';
import { Audit, Sessions, type Action } from '@hub/core/server';
import { SecondFactors, type SetUp } from './second-factor.service';

@Injectable()
export class OwnSecondFactor {
  constructor(
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Audit) private readonly audit: Audit,
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

  private record({ tx, actor }: Action, action: string): Promise<void> {
    return this.audit.add(tx, { action, actor: actor.ref, subject: actor.ref });
  }
}
