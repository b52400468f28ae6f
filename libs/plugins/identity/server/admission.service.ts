/** Who may sign in by a code: whom the hub knows, the administrator it was told of, allowed domains, and whoever else a plugin admits. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { contributionsOf, hubSettings, type Settings } from '@hub/core/server';
import { admissions, type Admissions } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';
import { isAtAllowedDomain } from './codes/domains.rules';
import { AllowedDomainRecord } from './identity.records';
import { PeopleService } from './account/people.service';

@Injectable()
export class Admission {
  constructor(
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(hubSettings) private readonly settings: Settings,
    @Inject(contributionsOf(admissions)) private readonly others: readonly Admissions[],
  ) {}

  /** The member of an address if there is one, and whether a code may be sent there. A suspended member gets none. */
  async of(tx: EntityManager, email: string): Promise<{ member: EntityRef | null; isAdmitted: boolean }> {
    const member = await this.people.memberWithEmail(tx, email);
    if (member) return { member, isAdmitted: !(await isSuspended(tx, member)) };
    return { member, isAdmitted: await this.admitsUnknown(tx, email) };
  }

  /** Whether an address that nobody signs in by yet may become somebody's. */
  async admitsUnknown(tx: EntityManager, email: string): Promise<boolean> {
    if (email === this.settings.adminEmail) return true;
    const domains = await tx.find(AllowedDomainRecord);
    const patterns = domains.map(({ pattern }) => pattern);
    if (isAtAllowedDomain(email, patterns)) return true;
    for (const other of this.others) if (await other.admits(tx, email)) return true;
    return false;
  }
}

async function isSuspended(tx: EntityManager, member: EntityRef): Promise<boolean> {
  const rows: unknown[] = await tx.query('SELECT 1 FROM core.account WHERE ref = $1 AND suspended_at IS NOT NULL', [
    member,
  ]);
  return rows.length > 0;
}
