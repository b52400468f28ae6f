/** Turns domain events into notifications: asks those who know what it means, stores one for each person, tells them live and by mail. */
import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent, EntityRef } from '@hub/core/contract';
import { contributionsOf, Live, PluginList, type DomainEventHandler } from '@hub/core/server';
import {
  notices,
  recipients,
  type Addressee,
  type FurtherRecipients,
  type NoticeSource,
} from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { MailAtOnce } from './mail/mail-at-once';
import { storeNotifications } from './notification.store';

/** The topic on which a member hears of their own notifications. */
export const memberTopic = (member: EntityRef) => `member:${member}`;

@Injectable()
export class TellPeople implements DomainEventHandler {
  private readonly sources: ReadonlyMap<string, NoticeSource>;

  constructor(
    @Inject(contributionsOf(notices)) sources: readonly NoticeSource[],
    @Inject(contributionsOf(recipients)) private readonly further: readonly FurtherRecipients[],
    @Inject(Live) private readonly live: Live,
    @Inject(MailAtOnce) private readonly mail: MailAtOnce,
    @Inject(PluginList) private readonly plugins: PluginList,
  ) {
    this.sources = new Map(sources.map((source) => [source.event, source]));
  }

  /** What was loaded with the demonstration is stored as read and told to nobody. */
  async handle(event: DomainEvent, tx: EntityManager): Promise<void> {
    const facts = await this.sources.get(event.name)?.read(event, tx);
    if (!facts) return;
    const addressees = [...(facts.addressees ?? []), ...(await this.furtherAddressees(event, tx))];
    const made = await storeNotifications(tx, event, { ...facts, addressees }, this.plugins.all);
    if (event.loaded || made.length === 0) return;
    await this.mail.tell(tx, made, new Date());
    await this.live.publishEach(
      tx,
      made.map(({ id, member }) => ({ topic: memberTopic(member), payload: { id: `notification:${id}` } })),
    );
  }

  private async furtherAddressees(event: DomainEvent, tx: EntityManager): Promise<Addressee[]> {
    const found: Addressee[] = [];
    for (const source of this.further) {
      if (source.event === event.name) found.push(...(await source.read(event, tx)));
    }
    return found;
  }
}
