/** Answers the wish for a code: a letter for whoever may sign in, and no letter for others. */
import { Inject, Injectable } from '@nestjs/common';
import { nameOf, type DomainEvent } from '@hub/core/contract';
import { Audit, hubSettings, Log, Mail, type DomainEventHandler, type Settings } from '@hub/core/server';
import type { EntityManager } from 'typeorm';
import { Admission } from '../admission.service';
import { addressHash } from './code-request.service';
import { keptOf, keptOfNoCode, newCode } from './codes';
import { CodeRequestRecord, SignInCodeRecord } from '../identity.records';
import { codeLastsMs, codeLetter } from '../letters';
import { isCodeAvailable, isPrinted } from '../ways';

@Injectable()
export class SendCode implements DomainEventHandler {
  constructor(
    @Inject(Admission) private readonly admission: Admission,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Log) private readonly log: Log,
    @Inject(hubSettings) private readonly settings: Settings,
  ) {}

  async handle({ subject }: DomainEvent, tx: EntityManager): Promise<void> {
    const request = await tx.findOneBy(CodeRequestRecord, { id: nameOf(subject) });
    if (!request) return;
    await tx.delete(CodeRequestRecord, { id: request.id });
    const { member, isAdmitted } = await this.admission.of(tx, request.email);
    const code = isAdmitted ? newCode() : null;
    await this.keep(tx, request, code);
    if (code) await this.tell(tx, request, code);
    const outcome = isAdmitted ? 'done' : 'refused';
    await this.audit.add(tx, { action: 'sign-in.code-asked', actor: null, subject: member, outcome });
  }

  /** The new code takes the place of the one before; it counts from when it was asked for. */
  private async keep(tx: EntityManager, { email, at }: CodeRequestRecord, code: string | null): Promise<void> {
    const kept = code ? await keptOf(code) : keptOfNoCode();
    const expiresAt = new Date(at.getTime() + codeLastsMs);
    await tx.upsert(SignInCodeRecord, { addressHash: addressHash(email), ...kept, expiresAt, wrong: 0 }, [
      'addressHash',
    ]);
  }

  /** Where a letter could reach nobody none is kept either: whoever read it would sign in as somebody else. */
  private async tell(tx: EntityManager, { email, at }: CodeRequestRecord, code: string): Promise<void> {
    if (isPrinted(this.settings))
      return this.log.say(
        `No mail server is set, so here is the code to sign in with that was just asked for: ${code}`,
      );
    if (isCodeAvailable(this.settings))
      return this.mail.write(tx, { ...codeLetter(code), to: email, secret: true, at });
    this.log.warn('A code to sign in with was asked for and cannot be sent: set HUB_SMTP_URL');
  }
}
