/** How members sign in, for administration. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { SignInFacts, SignInFactsOf } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';
import { SecondFactorRecord } from './identity.records';

@Injectable()
export class SignInFactsService implements SignInFacts {
  of(tx: EntityManager, members: readonly EntityRef[]): Promise<SignInFactsOf[]> {
    return tx.query<SignInFactsOf[]>(
      `SELECT m.ref AS member, a.email,
         EXISTS (SELECT 1 FROM identity.login l WHERE l.member_ref = m.ref) AS "hasProvider",
         EXISTS (SELECT 1 FROM identity.second_factor f WHERE f.member_ref = m.ref AND f.confirmed_at IS NOT NULL) AS "hasSecondFactor"
       FROM unnest($1::text[]) AS m (ref) LEFT JOIN identity.address a ON a.member_ref = m.ref`,
      [members],
    );
  }

  async removeSecondFactor(tx: EntityManager, member: EntityRef): Promise<void> {
    await tx.delete(SecondFactorRecord, { memberRef: member });
  }
}
