/** Who hears that a source has published again, without following it: those who edit for a site that took it up. */
import { Injectable } from '@nestjs/common';
import { keyOfSiteEditors, type DomainEvent, type EntityRef } from '@hub/core/contract';
import { creditsView, interventionPublished } from '@hub/plugins/interventions/contract';
import type { Addressee, FurtherRecipients } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';

/** Every site with a record of adapting it or drawing on it, but for those that decided against it and the site whose it is. */
@Injectable()
export class AdoptersHearOfVersion implements FurtherRecipients {
  readonly event = interventionPublished.name;

  async read({ subject, facts, at }: DomainEvent, tx: EntityManager): Promise<readonly Addressee[]> {
    const rows: { member: EntityRef; credited: boolean }[] = await tx.query(
      `SELECT account.ref AS member, bool_or(credit.from_ref IS NOT NULL) AS credited
       FROM adaptations.descent d
       JOIN adaptations.adaptation a ON a.ref = d.adaptation_ref AND a.stage <> 'DECLINED' AND a.started_at < $4
       JOIN core.entity source ON source.ref = d.source_ref AND source.owner_ref <> a.site_ref
       JOIN core.account account ON ($3 || a.site_ref) = ANY(account.keys)
       LEFT JOIN ${creditsView} credit ON credit.intervention_ref = d.source_ref AND credit.version_number = $2
         AND credit.number = $2 AND credit.from_ref = a.ref
       WHERE d.source_ref = $1 GROUP BY account.ref ORDER BY account.ref`,
      [subject, facts.number, keyOfSiteEditors(''), at],
    );
    return rows.map(({ member, credited }) => ({
      member,
      because: credited
        ? 'published a version with a change by your site'
        : 'published a version of something that your site works with',
    }));
  }
}
