/**
 * Loads what some members of the demonstration network follow, and how they are mailed, as they would choose it on the page; and lets a few
 * things that were loaded be news. All invented.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { actionOf, Directory, Outbox, PluginList, type DemonstrationSeed } from '@hub/core/server';
import { demonstrationMail, demonstrationNews } from '@hub/demonstration';
import { memberRef } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { FollowService, type FollowInput } from './follow.service';
import { MailSettings, type SetMailSettingsInput } from './mail/mail-setting.service';
import { families } from './rules.sql';

@Injectable()
export class SubscriptionsSeed implements DemonstrationSeed {
  constructor(
    @Inject(FollowService) private readonly follows: FollowService,
    @Inject(MailSettings) private readonly settings: MailSettings,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(PluginList) private readonly plugins: PluginList,
  ) {}

  async load(tx: EntityManager): Promise<void> {
    for (const { by, at, settings, follows } of demonstrationMail) {
      const action = await actionOf(tx, memberRef(by), new Date(at));
      await this.settings.set(action, settings as SetMailSettingsInput);
      for (const { target, ...rule } of follows)
        if (await this.isThere(tx, target))
          await this.follows.follow(action, this.asHere({ targetId: target, ...rule } as FollowInput));
    }
    for (const { subject, event } of demonstrationNews) await this.outbox.tellOfLoaded(tx, subject as EntityRef, event);
  }

  /** Nothing has a family in a hub without the plugin that says what came of what. */
  private asHere(rule: FollowInput): FollowInput {
    return families(this.plugins.all).length > 0 ? rule : { ...rule, wholeFamily: undefined };
  }

  /** A hub without the plugin that owns something has nothing of it. */
  private async isThere(tx: EntityManager, target: string): Promise<boolean> {
    return (await this.directory.get(tx, target)) !== null;
  }
}
