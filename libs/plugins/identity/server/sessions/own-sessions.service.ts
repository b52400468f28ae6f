/** What a member does to their own sessions. Live connections of an ended one close on every instance. */
import { Inject, Injectable } from '@nestjs/common';
import { rowIdOf } from '@hub/core/contract';
import { Audit, NotFound, Sessions, type Action } from '@hub/core/server';

@Injectable()
export class OwnSessions {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Ends one. Throws NOT_FOUND when there is none by that id that is theirs and runs. */
  async endOne(action: Action, id: string): Promise<number> {
    const session = rowIdOf('session', id);
    const isEnded = session !== null && (await this.sessions.endOne(action.tx, action.actor.ref, session));
    if (!isEnded) throw new NotFound();
    await this.record(action, 1);
    return 1;
  }

  /** Ends all but the one that asks. */
  async endOthers(action: Action): Promise<number> {
    const { ref: member, sessionId: but } = action.actor;
    const ended = await this.sessions.endAll(action.tx, { member, but });
    if (ended > 0) await this.record(action, ended);
    return ended;
  }

  private record({ tx, actor }: Action, ended: number): Promise<void> {
    const facts = { why: 'ended by its member', ended };
    return this.audit.add(tx, { action: 'session.ended', actor: actor.ref, subject: actor.ref, facts });
  }
}
