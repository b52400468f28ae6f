/** What of adaptations is news, to whom and in which words. Nothing is before the network may see the record. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfSiteEditors, keyOfSitePublishers, type DomainEvent, type EntityRef } from '@hub/core/contract';
import { Directory } from '@hub/core/server';
import {
  adaptationLeftOutCore,
  adaptationMoved,
  adaptationPublished,
  type AdaptationStage,
} from '@hub/plugins/adaptations/contract';
import { interventionReinstated, interventionWithdrawn } from '@hub/plugins/interventions/contract';
import type { Addressee, FurtherRecipients, NoticeFacts, NoticeSource } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { AdaptationRecord } from './adaptation.record';

/** Between the name of who moved it and its title. */
const moved = {
  CONSIDERING: 'is looking again at',
  ASSESSING: 'is assessing again',
  ADAPTING: 'is changing again',
  TESTING: 'began to test',
  RUNNING: 'now runs',
} as const satisfies Partial<Record<AdaptationStage, string>>;

/** Of these the owners of its sources hear too. */
const movedYours: Partial<Record<AdaptationStage, string>> = {
  TESTING: 'began to test',
  RUNNING: 'now runs',
};

/** Kept to its site: nobody's news but those who may share it. */
const waiting = { happened: 'recorded how it went, for you to share, in', news: 'first', circles: [] } as const;

/** Endings are news of their own: ended.notices. */
@Injectable()
export class MovedNotice implements NoticeSource {
  readonly event = adaptationMoved.name;

  constructor(@Inject(Directory) private readonly directory: Directory) {}

  async read({ subject, facts }: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const record = await tx.findOneBy(AdaptationRecord, { ref: subject });
    const entity = await this.directory.get(tx, subject);
    if (!record || !entity) return null;
    if (!record.sharedAt) return facts.kept === true ? { ...waiting, subject } : null;
    const to = facts.to as AdaptationStage;
    if (to === 'STOPPED' || to === 'DECLINED') return null;
    return {
      subject,
      happened: moved[to],
      news: facts.shared === true ? 'first' : 'reply',
      topic: 'PUBLICATION',
      circles: [[subject], [record.sourceRef], [record.siteRef, ...entity.careModels]],
    };
  }
}

/** The result is news of its own to those who follow the site or the care model; here are those who follow where it came from. */
@Injectable()
export class PublishedNotice implements NoticeSource {
  readonly event = adaptationPublished.name;

  async read({ subject, facts }: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const record = await tx.findOneBy(AdaptationRecord, { ref: subject });
    if (!record?.publishedAt) return null;
    const circles = [[subject], [record.sourceRef]];
    const news = facts.first === true ? 'first' : 'reply';
    return { subject, happened: 'published what came of', news, topic: 'PUBLICATION', circles };
  }
}

/** The sites whose interventions it came from hear when the record opens to the network. */
@Injectable()
export class OwnersHearOfMove implements FurtherRecipients {
  readonly event = adaptationMoved.name;

  async read({ subject, facts }: DomainEvent, tx: EntityManager): Promise<readonly Addressee[]> {
    const happened = movedYours[facts.to as AdaptationStage];
    return facts.shared === true && happened ? ownersOfSources(tx, subject, (yours) => `${happened} ${yours}`) : [];
  }
}

/** Those who publish for the adapting site hear when somebody left it to them to share what was recorded. */
@Injectable()
export class PublishersHearWhatWaits implements FurtherRecipients {
  readonly event = adaptationMoved.name;

  async read({ subject, facts, actor }: DomainEvent, tx: EntityManager): Promise<readonly Addressee[]> {
    if (facts.kept !== true) return [];
    const rows: { member: EntityRef }[] = await tx.query(
      `SELECT account.ref AS member FROM adaptations.adaptation a
       JOIN core.account account ON ($2 || a.site_ref) = ANY(account.keys)
       WHERE a.ref = $1 AND a.shared_at IS NULL ORDER BY account.ref`,
      [subject, keyOfSitePublishers('')],
    );
    const others = rows.filter(({ member }) => member !== actor);
    return others.map(({ member }) => ({ member, because: 'recorded something that waits for you to share it' }));
  }
}

/** News for the originator alone, once they may see the record. */
@Injectable()
export class CoreLeftOutNotice implements NoticeSource {
  readonly event = adaptationLeftOutCore.name;

  async read({ subject }: DomainEvent): Promise<NoticeFacts> {
    return { subject, happened: 'left out a core part in', news: 'first', circles: [[subject]] };
  }
}

@Injectable()
export class OwnersHearOfCore implements FurtherRecipients {
  readonly event = adaptationLeftOutCore.name;

  read({ subject }: DomainEvent, tx: EntityManager): Promise<readonly Addressee[]> {
    return ownersOfSources(tx, subject, (yours, isFirst) => (isFirst ? `left out a core part of ${yours}` : null));
  }
}

/** The same sites hear when something of its own came out of it. */
@Injectable()
export class OwnersHearOfResult implements FurtherRecipients {
  readonly event = adaptationPublished.name;

  async read({ subject, facts }: DomainEvent, tx: EntityManager): Promise<readonly Addressee[]> {
    return facts.first === true ? ownersOfSources(tx, subject, adaptedYours) : [];
  }
}

/** Sites that work by an intervention or drew on it, or did, hear that it was withdrawn. */
@Injectable()
export class AdoptersHearOfWithdrawal implements FurtherRecipients {
  readonly event = interventionWithdrawn.name;

  read({ subject }: DomainEvent, tx: EntityManager): Promise<readonly Addressee[]> {
    return adoptersOf(tx, subject, 'withdrew an intervention that your site took up');
  }
}

/** The same sites hear that it is back. */
@Injectable()
export class AdoptersHearOfReturn implements FurtherRecipients {
  readonly event = interventionReinstated.name;

  read({ subject }: DomainEvent, tx: EntityManager): Promise<readonly Addressee[]> {
    return adoptersOf(tx, subject, 'brought back an intervention that your site took up');
  }
}

/** Those who edit for another site that took it up or drew on it, but for sites that decided against it. */
async function adoptersOf(tx: EntityManager, source: EntityRef, because: string): Promise<Addressee[]> {
  const rows: { member: EntityRef }[] = await tx.query(
    `SELECT DISTINCT account.ref AS member FROM adaptations.descent d
     JOIN adaptations.adaptation a ON a.ref = d.adaptation_ref AND a.stage <> 'DECLINED'
     JOIN core.entity source ON source.ref = d.source_ref AND source.owner_ref <> a.site_ref
     JOIN core.account account ON ($2 || a.site_ref) = ANY(account.keys)
     WHERE d.source_ref = $1 ORDER BY account.ref`,
    [source, keyOfSiteEditors('')],
  );
  return rows.map(({ member }) => ({ member, because }));
}

const adaptedYours: OfYours = (yours, isFirst) => `${isFirst ? 'adapted' : 'published'} ${yours}`;

/** What is said of an intervention of the reader's site that a record came from first, or draws on besides; null where it is not for them. */
type OfYours = (yours: string, isFirst: boolean) => string | null;

/** Those who edit for the sites that own what it came from and what it draws on; nobody for what the adapting site has itself. */
export async function ownersOfSources(
  tx: EntityManager,
  adaptation: EntityRef,
  because: OfYours,
): Promise<Addressee[]> {
  const rows: { member: EntityRef; first: boolean }[] = await tx.query(
    `SELECT account.ref AS member, bool_or(d.source_ref = a.source_ref) AS first FROM adaptations.adaptation a
     JOIN adaptations.descent d ON d.adaptation_ref = a.ref
     JOIN core.entity source ON source.ref = d.source_ref AND source.owner_ref <> a.site_ref
     JOIN core.account account ON ($2 || source.owner_ref) = ANY(account.keys)
     WHERE a.ref = $1 GROUP BY account.ref ORDER BY account.ref`,
    [adaptation, keyOfSiteEditors('')],
  );
  return rows.flatMap(({ member, first }) => {
    const words = because(first ? anIntervention : `something that draws on ${anIntervention}`, first);
    return words ? [{ member, because: words }] : [];
  });
}

const anIntervention = 'an intervention of your site';
