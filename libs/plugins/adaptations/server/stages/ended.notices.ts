/** That an adaptation ended is news: to those who follow it, and to the site whose intervention it is, whenever it ends. */
import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent, EntityRef } from '@hub/core/contract';
import { Directory } from '@hub/core/server';
import { adaptationEnded, type AdaptationStage } from '@hub/plugins/adaptations/contract';
import { creditsView } from '@hub/plugins/interventions/contract';
import type { Addressee, FurtherRecipients, NoticeFacts, NoticeSource } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { AdaptationRecord } from '../adaptation.record';
import { ownersOfSources } from '../adaptations.notices';

const ended: Partial<Record<AdaptationStage, string>> = { STOPPED: 'stopped', DECLINED: 'decided against' };

/** What came out of it is read on the page, as it is then: it may be written down later, and may become hidden. */
@Injectable()
export class EndedNotice implements NoticeSource {
  readonly event = adaptationEnded.name;

  constructor(@Inject(Directory) private readonly directory: Directory) {}

  async read({ subject, facts }: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const record = await tx.findOneBy(AdaptationRecord, { ref: subject });
    const entity = await this.directory.get(tx, subject);
    const happened = ended[facts.to as AdaptationStage];
    if (!record || !entity || !happened) return null;
    const circles = [[subject], [record.sourceRef], [record.siteRef, ...entity.careModels]];
    return { subject, happened, news: facts.shared === true ? 'first' : 'reply', topic: 'PUBLICATION', circles };
  }
}

/** The originators were told when the record opened, and the first may have taken a change from it: they hear of the ending too, early or late. */
@Injectable()
export class OwnersHearOfEnding implements FurtherRecipients {
  readonly event = adaptationEnded.name;

  async read({ subject, facts }: DomainEvent, tx: EntityManager): Promise<readonly Addressee[]> {
    const happened = ended[facts.to as AdaptationStage];
    if (!happened) return [];
    const isTakenFrom = await isCredited(tx, subject);
    return ownersOfSources(tx, subject, (yours, isFirst) =>
      isFirst && isTakenFrom ? `${happened} an adaptation from which your site took a change` : `${happened} ${yours}`,
    );
  }
}

async function isCredited(tx: EntityManager, adaptation: EntityRef): Promise<boolean> {
  const [row] = await tx.query<{ credited: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM ${creditsView} WHERE from_ref = $1) AS credited`,
    [adaptation],
  );
  return row?.credited === true;
}
