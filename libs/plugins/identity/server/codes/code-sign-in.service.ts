/** Signing in by a code from a letter. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import {
  addressGroup,
  Attempts,
  Audit,
  Database,
  HubError,
  hubSettings,
  RateLimited,
  type Settings,
} from '@hub/core/server';
import type { EntityManager } from 'typeorm';
import { Admission } from '../admission.service';
import { addressHash, requireEmail } from './code-request.service';
import { isKeptCode } from './codes';
import { SignInCodeRecord } from '../identity.records';
import { codeByAccount, codeByAddress } from '../limits';
import { PeopleService } from '../account/people.service';
import { SignIn, type SignedIn } from '../sign-in.service';
import type { Visit } from '../visit';

/** So many wrong tries, and the code counts no more. */
const mostWrong = 5;

/** The one answer to a code that is wrong, old or used, and to addresses that nobody signs in by. */
export class WrongCode extends HubError {
  constructor() {
    super('UNAUTHENTICATED', 'This code is not right, or does not count any more. Check it, or ask for a new one');
  }
}

@Injectable()
export class CodeSignIn {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Admission) private readonly admission: Admission,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(hubSettings) private readonly settings: Settings,
  ) {}

  /** Opens a session for whoever has the code of an address. Throws WrongCode, BAD_USER_INPUT or RATE_LIMITED. */
  async verify(typedEmail: unknown, typedCode: string, visit: Visit): Promise<SignedIn> {
    const email = requireEmail(typedEmail);
    const network = addressGroup(visit.address);
    await this.count(email, network);
    const signedIn = await this.database.transaction((tx) => this.open(tx, email, typedCode, visit));
    if (!signedIn) throw new WrongCode();
    await this.attempts.giveBack(codeByAddress, network);
    await this.attempts.forget(codeByAccount, email);
    await this.signIn.endFormer(visit);
    return signedIn;
  }

  /** What was counted stays counted, whatever becomes of the try. The first refusal of a row is put on record. */
  private async count(email: string, network: string): Promise<void> {
    try {
      await this.attempts.count(codeByAddress, network);
      await this.attempts.count(codeByAccount, email);
    } catch (error) {
      if (error instanceof RateLimited && error.isFirst)
        await this.audit.addAlone(refusal('too many tries', await this.memberOf(email)));
      throw error;
    }
  }

  /** Null for a code that does not count; the try is on record then. */
  private async open(tx: EntityManager, email: string, typedCode: string, visit: Visit): Promise<SignedIn | null> {
    const at = new Date();
    const kept = await tx.findOne(SignInCodeRecord, {
      where: { addressHash: addressHash(email) },
      lock: { mode: 'pessimistic_write' },
    });
    const isLive = kept !== null && kept.expiresAt > at && kept.wrong < mostWrong;
    const isRight = await isKeptCode(kept, typedCode);
    const member = await this.people.memberWithEmail(tx, email);
    if (!isRight || !isLive || !(await this.admission.of(tx, email)).isAdmitted) {
      await tx.increment(SignInCodeRecord, { addressHash: addressHash(email) }, 'wrong', 1);
      await this.audit.add(tx, refusal('wrong code', member));
      return null;
    }
    await tx.delete(SignInCodeRecord, { addressHash: addressHash(email) });
    const person = member ?? (await this.addPerson(tx, email, at));
    if (email === this.settings.adminEmail) await this.signIn.makeAdministrator(tx, person, at);
    return this.signIn.open(tx, { member: person, way: 'code', isNew: !member }, visit, at);
  }

  private async addPerson(tx: EntityManager, email: string, at: Date): Promise<EntityRef> {
    const member = await this.signIn.addPerson(tx, null, null, at);
    await this.people.setEmail(tx, member, email, at);
    return member;
  }

  private memberOf(email: string): Promise<EntityRef | null> {
    return this.people.memberWithEmail(this.database.source.manager, email);
  }
}

function refusal(reason: string, subject: EntityRef | null) {
  return {
    action: 'sign-in.refused',
    actor: null,
    subject,
    outcome: 'refused',
    facts: { way: 'code', reason },
  } as const;
}
