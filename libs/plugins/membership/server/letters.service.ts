/** What letters call people and sites, and who leads a site. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfSiteLeads, type EntityRef, type Transaction } from '@hub/core/contract';
import { Directory, Mail, type Action, type Letter } from '@hub/core/server';
import { People } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class Letters {
  constructor(
    @Inject(Directory) private readonly directory: Directory,
    @Inject(People) private readonly people: People,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  /** The title of something that is known to exist. */
  async titleOf(tx: EntityManager, ref: EntityRef): Promise<string> {
    return (await this.directory.get(tx, ref))?.title ?? 'the hub';
  }

  /** Writes to each of them who has an address. */
  async writeTo({ tx, at }: Action, members: readonly EntityRef[], letter: Letter): Promise<void> {
    for (const member of members) {
      const to = await this.people.emailOf(tx, member);
      if (to) await this.mail.write(tx, { ...letter, to, member, at });
    }
  }
}

/** Those who lead a site, in the order of their references. */
export async function leadsOf(tx: Transaction, site: EntityRef): Promise<EntityRef[]> {
  const rows = (await tx.query(
    'SELECT ref FROM core.account WHERE $1 = ANY(keys) AND suspended_at IS NULL ORDER BY ref',
    [keyOfSiteLeads(site)],
  )) as { ref: EntityRef }[];
  return rows.map(({ ref }) => ref);
}
