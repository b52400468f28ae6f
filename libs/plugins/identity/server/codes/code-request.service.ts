/** Takes the wish for a code. Nothing here depends on whose address it is: what does is done behind, by the worker. */
import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { entityRef } from '@hub/core/contract';
import { addressGroup, Attempts, badInput, Database, Outbox } from '@hub/core/server';
import { codeAsked, plainEmail } from '@hub/plugins/identity/contract';
import { CodeRequestRecord } from '../identity.records';
import { askedByAddress, askedForAccount } from '../limits';

/** An address as the table of codes knows it. */
export function addressHash(email: string): Buffer {
  return createHash('sha256').update(email).digest();
}

/** The address that somebody typed, as it is kept. Throws BAD_USER_INPUT. */
export function requireEmail(text: unknown): string {
  const email = typeof text === 'string' ? plainEmail(text) : null;
  if (!email) throw badInput('email', 'Enter an e-mail address such as name@nhs.net');
  return email;
}

@Injectable()
export class CodeRequests {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** The same statements for every well-formed address. Throws BAD_USER_INPUT for another, RATE_LIMITED for too many. */
  async take(text: unknown, networkAddress: string): Promise<void> {
    const email = requireEmail(text);
    await this.attempts.count(askedByAddress, addressGroup(networkAddress));
    await this.attempts.count(askedForAccount, email);
    const id = randomUUID();
    const at = new Date();
    await this.database.transaction(async (tx) => {
      await tx.insert(CodeRequestRecord, { id, email, at });
      const subject = entityRef('code-request', 'network', id);
      await this.outbox.add(tx, { name: codeAsked.name, subject, actor: null, at, facts: {} });
    });
  }
}
