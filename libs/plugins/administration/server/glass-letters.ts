/** Tells those who lead a site that something of theirs was opened: by letter here, and by a notice in the hub. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfSiteLeads, type DomainEvent, type EntityRef } from '@hub/core/contract';
import { Directory, Links, Mail, type Action } from '@hub/core/server';
import { glassBroken } from '@hub/plugins/administration/contract';
import { People } from '@hub/plugins/identity/contract';
import type { NoticeFacts, NoticeSource } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';

interface Opened {
  readonly ref: EntityRef;
  readonly title: string;
  readonly ownerRef: EntityRef | null;
}

/** Members who lead the site. */
async function leadsOf(tx: EntityManager, site: EntityRef | null): Promise<EntityRef[]> {
  if (!site) return [];
  const rows = await tx.query<{ ref: EntityRef }[]>(
    'SELECT ref FROM core.account WHERE $1 = ANY(keys) AND suspended_at IS NULL ORDER BY ref',
    [keyOfSiteLeads(site)],
  );
  return rows.map(({ ref }) => ref);
}

@Injectable()
export class GlassLetters {
  constructor(
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Links) private readonly links: Links,
    @Inject(People) private readonly people: People,
  ) {}

  /** One letter for each lead who has an address. */
  async write({ tx, actor, at }: Action, thing: Opened, reason: string): Promise<void> {
    const who = (await this.directory.get(tx, actor.ref))?.title ?? 'An administrator';
    for (const member of await leadsOf(tx, thing.ownerRef)) {
      const to = await this.people.emailOf(tx, member);
      if (!to || member === actor.ref) continue;
      await this.mail.write(tx, {
        ...{ to, member, at, subject: 'An administrator opened something of your site' },
        needs: thing.ownerRef ? [keyOfSiteLeads(thing.ownerRef)] : [],
        paragraphs: [
          `${who} opened "${thing.title}", which only your site sees. They can see it for 30 minutes.`,
          `Their reason: ${reason}`,
          'It is in the audit log of your site. If you think that this was not right, answer to the administrators of the hub.',
        ],
        action: { label: 'See it', href: this.links.addressOf(thing.ref) },
        footer: ['You get this letter because you lead the site. It cannot be switched off.'],
      });
    }
  }
}

/** The same as news in the hub, addressed to the leads. */
@Injectable()
export class GlassNotice implements NoticeSource {
  readonly event = glassBroken.name;

  constructor(@Inject(Directory) private readonly directory: Directory) {}

  async read(event: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const thing = await this.directory.get(tx, event.subject);
    const because = 'opened it as an administrator, for 30 minutes';
    const leads = await leadsOf(tx, thing?.ownerRef ?? null);
    return {
      ...{ subject: event.subject, happened: because, news: 'reply', circles: [] },
      addressees: leads.map((member) => ({ member, because })),
    };
  }
}
