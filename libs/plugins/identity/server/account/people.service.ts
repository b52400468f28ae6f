/** The addresses of members. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { plainEmail, type People } from '@hub/plugins/identity/contract';
import { In, type EntityManager } from 'typeorm';
import { AddressRecord } from '../identity.records';

@Injectable()
export class PeopleService implements People {
  async memberWithEmail(tx: EntityManager, text: string): Promise<EntityRef | null> {
    const found = await tx.findOneBy(AddressRecord, { email: plainEmail(text) ?? '' });
    return found?.memberRef ?? null;
  }

  async emailOf(tx: EntityManager, member: EntityRef): Promise<string | null> {
    const found = await tx.findOneBy(AddressRecord, { memberRef: member });
    return found?.email ?? null;
  }

  async emailsOf(tx: EntityManager, members: readonly EntityRef[]): Promise<ReadonlyMap<EntityRef, string>> {
    const found = await tx.findBy(AddressRecord, { memberRef: In([...members]) });
    return new Map(found.map(({ memberRef, email }) => [memberRef, email]));
  }

  /** Makes an address a member's. It must be nobody else's: the database refuses a second. */
  async setEmail(tx: EntityManager, member: EntityRef, email: string, at: Date): Promise<void> {
    await tx.upsert(AddressRecord, { memberRef: member, email, since: at }, ['memberRef']);
  }
}
