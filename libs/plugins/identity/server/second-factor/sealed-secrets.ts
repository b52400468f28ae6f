/** At every start: whether the secrets of second steps can be opened, and that each is sealed with the current key. */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, SecretBox } from '@hub/core/server';
import { IsNull, Like, Not, type EntityManager } from 'typeorm';
import { SecondFactorRecord } from '../identity.records';

@Injectable()
export class SealedSecrets implements OnApplicationBootstrap {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SecretBox) private readonly box: SecretBox,
  ) {}

  /** Throws an Error with one clear sentence where a secret cannot be opened: the hub does not start then, and changes nothing. */
  async onApplicationBootstrap(): Promise<void> {
    await this.database.transaction(async (tx) => {
      for (const factor of await this.notUnderCurrentKey(tx)) await this.reseal(tx, factor);
    });
  }

  private notUnderCurrentKey(tx: EntityManager): Promise<SecondFactorRecord[]> {
    const prefix = this.box.currentPrefix;
    const where = { secret: prefix ? Not(Like(`${prefix}%`)) : Not(IsNull()) };
    return tx.find(SecondFactorRecord, { where, order: { memberRef: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  }

  private async reseal(tx: EntityManager, { memberRef, secret }: SecondFactorRecord): Promise<void> {
    const keyId = this.box.keyIdOf(secret);
    if (keyId && !this.box.knows(keyId)) throw new Error(unknownKey(keyId));
    if (this.box.currentPrefix === null) throw new Error(noKey);
    const plain = keyId ? this.box.open(secret, memberRef) : secret;
    await tx.update(SecondFactorRecord, { memberRef }, { secret: this.box.seal(plain, memberRef) });
  }
}

const noKey =
  'The database holds second steps of people, and HUB_SECRET_KEY is not set. Set it, then start the hub again.';

const unknownKey = (id: string) =>
  `The database holds second steps that are sealed with the key ${id}, which is not the one set. ` +
  'Set HUB_SECRET_KEY to that key again (with the embedded database: bring back the file secret-key of the data folder), ' +
  'or name it in HUB_SECRET_KEYS_FORMER.';
