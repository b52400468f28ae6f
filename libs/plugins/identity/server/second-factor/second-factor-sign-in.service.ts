/** The second half of signing in: the session that waits goes on under a new token. */
import { Inject, Injectable } from '@nestjs/common';
import { Audit, Database, HubError, Sessions, Unauthenticated } from '@hub/core/server';
import { SecondFactors } from './second-factor.service';

@Injectable()
export class SecondFactorSignIn {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /**
   * Proves the second step of a session that waits for it, or once more in one that runs. Gives the token that takes the place of
   * the one before. Throws UNAUTHENTICATED for a wrong code and where no session is, RATE_LIMITED after too many.
   */
  async prove(token: string | null, code: string): Promise<string> {
    const running = token ? (await this.sessions.viewerOf(token)).ref : null;
    const fresh = await this.database.transaction(async (tx) => {
      const waiting = token ? await this.sessions.awaitingSecondFactor(tx, token) : null;
      const member = waiting ?? running;
      if (!token || !member) throw new Unauthenticated();
      const isProved = await this.secondFactors.proves(tx, member, code, new Date());
      const outcome = isProved ? 'done' : 'refused';
      await this.audit.add(tx, { action: 'second-factor.proved', actor: member, subject: member, outcome });
      return isProved ? this.sessions.proveSecondFactor(tx, token) : null;
    });
    if (!fresh)
      throw new HubError('UNAUTHENTICATED', 'This code is not right, or was used already. Wait for the next one');
    return fresh;
  }
}
