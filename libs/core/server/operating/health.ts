/** Whether this process can be given work: its database answers, and nobody has asked it to stop. */
import { Inject, Injectable } from '@nestjs/common';
import { askedTogether, OwnConnection } from './own-connection';

@Injectable()
export class Health {
  private stopping = false;
  private readonly databaseAnswers: () => Promise<boolean>;

  constructor(@Inject(OwnConnection) connection: OwnConnection) {
    const ask = () =>
      connection.ask('SELECT 1').then(
        () => true,
        () => false,
      );
    this.databaseAnswers = askedTogether(ask, 0);
  }

  /** From here on the process is not ready: whoever spreads requests sends it no more. */
  stop(): void {
    this.stopping = true;
  }

  /** Why the process cannot be given work just now; null when it can. Says so within a few seconds. */
  async trouble(): Promise<string | null> {
    if (this.stopping) return 'the hub is stopping';
    return (await this.databaseAnswers()) ? null : 'the database does not answer';
  }
}
