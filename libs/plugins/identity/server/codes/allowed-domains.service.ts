/** The list of domains whose addresses may sign in by a code. */
import { Inject, Injectable } from '@nestjs/common';
import { Audit, badInput, NotFound, type Action } from '@hub/core/server';
import type { AllowedDomain, AllowedDomains } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';
import { plainPattern } from './domains.rules';
import { AllowedDomainRecord } from '../identity.records';

@Injectable()
export class AllowedDomainsService implements AllowedDomains {
  constructor(@Inject(Audit) private readonly audit: Audit) {}

  list(tx: EntityManager): Promise<AllowedDomain[]> {
    return tx.query<AllowedDomain[]>(
      `SELECT pattern, added_at AS "addedAt", added_by AS "addedBy" FROM identity.allowed_domain
       ORDER BY ltrim(pattern, '*.'), pattern`,
    );
  }

  async add({ tx, actor, at }: Action, text: string, reason?: string): Promise<string> {
    const pattern = plainPattern(text);
    if (!pattern) throw badInput('input.pattern', 'Enter a domain such as nhs.net, or *.nhs.uk for all below nhs.uk');
    const known = await tx.findOneBy(AllowedDomainRecord, { pattern });
    if (known) return pattern;
    await tx.insert(AllowedDomainRecord, { pattern, addedAt: at, addedBy: actor.ref });
    await this.audit.add(tx, { action: 'allowed-domain.added', actor: actor.ref, facts: { pattern, reason } });
    return pattern;
  }

  async remove({ tx, actor }: Action, pattern: string, reason?: string): Promise<void> {
    const { affected } = await tx.delete(AllowedDomainRecord, { pattern });
    if (!affected) throw new NotFound();
    await this.audit.add(tx, { action: 'allowed-domain.removed', actor: actor.ref, facts: { pattern, reason } });
  }
}
