/** The second step: an app's codes, and recovery codes for when the phone is not at hand. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Attempts, badInput, Conflict, Directory, SecretBox, type Action } from '@hub/core/server';
import { renderSVG } from 'uqr';
import { IsNull, type EntityManager } from 'typeorm';
import { RecoveryCodeRecord, SecondFactorRecord } from '../identity.records';
import { secondFactorTries } from '../limits';
import { PeopleService } from '../account/people.service';
import { newRecoveryCodes, recoveryHash } from './recovery-codes';
import { appAddress, inGroups, newSecret, stepOf } from './totp.rules';

/** What a person needs to set up their app, once. */
export interface SetUp {
  readonly secret: string;
  readonly address: string;
  readonly picture: string;
}

@Injectable()
export class SecondFactors {
  constructor(
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(SecretBox) private readonly box: SecretBox,
  ) {}

  /** Whether signing in asks for a second step. */
  async isOn(tx: EntityManager, member: EntityRef): Promise<boolean> {
    return (await this.confirmed(tx, member)) !== null;
  }

  /** Begins anew with another secret, which is kept sealed. Throws CONFLICT where one is on: that one is taken away first, with a code. */
  async start({ tx, actor, at }: Action): Promise<SetUp> {
    const member = actor.ref;
    if (await this.isOn(tx, member)) throw new Conflict('A second step is on already. Take it away first');
    const secret = newSecret();
    const sealed = this.box.seal(secret, member);
    await tx.upsert(SecondFactorRecord, { memberRef: member, secret: sealed, startedAt: at, lastStep: '0' }, [
      'memberRef',
    ]);
    const address = appAddress(secret, await this.labelOf(tx, member));
    return { secret: inGroups(secret), address, picture: renderSVG(address) };
  }

  /** Switches it on by a code of the secret. Gives the recovery codes, which are kept as hashes. Throws BAD_USER_INPUT for a wrong code. */
  async confirm({ tx, actor, at }: Action, code: string): Promise<string[]> {
    const member = actor.ref;
    await this.attempts.count(secondFactorTries, member);
    const begun = await locked(tx, member);
    if (!begun) throw badInput('input.code', 'Begin to set up the second step first');
    if (begun.confirmedAt) throw new Conflict('A second step is on already. Take it away first');
    const step = this.stepOf(begun, code, at);
    if (step === null) throw wrongCode();
    await tx.update(SecondFactorRecord, { memberRef: member }, { confirmedAt: at, lastStep: String(step) });
    await this.attempts.forget(secondFactorTries, member);
    return this.newCodes(tx, member);
  }

  /** New recovery codes in the place of those before, which are dead at once. Throws CONFLICT where no second step is on. */
  async renewRecoveryCodes({ tx, actor }: Action): Promise<string[]> {
    const factor = await locked(tx, actor.ref);
    if (!factor?.confirmedAt) throw new Conflict('Your second step is not on. Set it up first');
    return this.newCodes(tx, actor.ref);
  }

  /**
   * Whether a code (of the app, or a recovery code) proves the second step. Each counts once. Too many wrong ones throw
   * RATE_LIMITED; the count stays when the caller's transaction is rolled back.
   */
  async proves(tx: EntityManager, member: EntityRef, code: string, at: Date): Promise<boolean> {
    await this.attempts.count(secondFactorTries, member);
    const factor = await locked(tx, member);
    if (!factor?.confirmedAt) return false;
    const isProved = (await this.takeStep(tx, factor, code, at)) || (await takeRecoveryCode(tx, member, code, at));
    if (isProved) await this.attempts.forget(secondFactorTries, member);
    return isProved;
  }

  /** The same, where a wrong code is a mistake in a form. Throws BAD_USER_INPUT. */
  async requireProof(tx: EntityManager, member: EntityRef, code: string, at: Date): Promise<void> {
    if (!(await this.proves(tx, member, code, at))) throw wrongCode();
  }

  recoveryCodesLeft(tx: EntityManager, member: EntityRef): Promise<number> {
    return tx.countBy(RecoveryCodeRecord, { memberRef: member, usedAt: IsNull() });
  }

  /** Takes it away, with its recovery codes. */
  async remove(tx: EntityManager, member: EntityRef): Promise<void> {
    await tx.delete(SecondFactorRecord, { memberRef: member });
  }

  private async newCodes(tx: EntityManager, member: EntityRef): Promise<string[]> {
    const codes = newRecoveryCodes();
    await tx.delete(RecoveryCodeRecord, { memberRef: member });
    const kept = codes.map((text) => ({ memberRef: member, codeHash: recoveryHash(text) as Buffer, usedAt: null }));
    await tx.insert(RecoveryCodeRecord, kept);
    return codes;
  }

  private async takeStep(tx: EntityManager, factor: SecondFactorRecord, code: string, at: Date): Promise<boolean> {
    const step = this.stepOf(factor, code, at);
    if (step === null || step <= Number(factor.lastStep)) return false;
    await tx.update(SecondFactorRecord, { memberRef: factor.memberRef }, { lastStep: String(step) });
    return true;
  }

  private stepOf({ secret, memberRef }: SecondFactorRecord, code: string, at: Date): number | null {
    return stepOf(this.box.open(secret, memberRef), code, at);
  }

  private async confirmed(tx: EntityManager, member: EntityRef): Promise<SecondFactorRecord | null> {
    const factor = await tx.findOneBy(SecondFactorRecord, { memberRef: member });
    return factor?.confirmedAt ? factor : null;
  }

  /** What the app shows beside the code. */
  private async labelOf(tx: EntityManager, member: EntityRef): Promise<string> {
    const email = await this.people.emailOf(tx, member);
    return email ?? (await this.directory.get(tx, member))?.title ?? 'member';
  }
}

function locked(tx: EntityManager, member: EntityRef): Promise<SecondFactorRecord | null> {
  return tx.findOne(SecondFactorRecord, { where: { memberRef: member }, lock: { mode: 'pessimistic_write' } });
}

async function takeRecoveryCode(tx: EntityManager, member: EntityRef, code: string, at: Date): Promise<boolean> {
  const codeHash = recoveryHash(code);
  if (!codeHash) return false;
  const unused = { memberRef: member, codeHash, usedAt: IsNull() };
  const { affected } = await tx.update(RecoveryCodeRecord, unused, { usedAt: at });
  return affected === 1;
}

function wrongCode() {
  return badInput('input.code', 'This code is not right, or was used already. Wait for the next one and try again');
}
