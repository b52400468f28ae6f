/** The mutations of following, of notifications and of mail, and what a link in a mail is for. */
import { Inject } from '@nestjs/common';
import type { Viewer } from '@hub/core/contract';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Database, InAction, Mail, SignedWords, type Action } from '@hub/core/server';
import { DefaultRules, type SetDefaultRuleInput } from './default-rules.service';
import { FollowService, type FollowInput } from './follow.service';
import { Addresses } from './mail/addresses';
import { MailSettings, type SetMailSettingsInput } from './mail/mail-setting.service';
import { StopMail } from './mail/stop-mail.service';
import { NotificationService, type MarkNotificationsReadInput } from './notification.service';

interface Asking {
  viewer(): Promise<Viewer>;
}

@Resolver()
export class SubscriptionsResolver {
  constructor(
    @Inject(FollowService) private readonly follows: FollowService,
    @Inject(NotificationService) private readonly notifications: NotificationService,
    @Inject(MailSettings) private readonly mailSettings: MailSettings,
    @Inject(DefaultRules) private readonly defaultRules: DefaultRules,
    @Inject(StopMail) private readonly stopMail: StopMail,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(SignedWords) private readonly signed: SignedWords,
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Mutation()
  async follow(@Args('input') input: FollowInput, @InAction() action: Action) {
    await this.follows.follow(action, input);
    return { target: input.targetId, level: input.level };
  }

  @Mutation()
  setDefaultRule(@Args('input') input: SetDefaultRuleInput, @InAction() action: Action) {
    return this.defaultRules.set(action, input);
  }

  @Mutation()
  async markNotificationsRead(@Args('input') input: MarkNotificationsReadInput, @InAction() action: Action) {
    return this.notifications.markRead(action, input);
  }

  @Mutation()
  async undoMarkNotificationsRead(@Args('input') { readAt }: { readAt: Date }, @InAction() action: Action) {
    return this.notifications.undo(action, readAt);
  }

  @Mutation()
  async setMailSettings(@Args('input') input: SetMailSettingsInput, @InAction() action: Action) {
    return this.mailSettings.set(action, input);
  }

  @Query()
  async mailDelivery(@Context() asking: Asking): Promise<'SENT' | 'NO_ADDRESS' | 'KEPT' | 'NONE'> {
    if (!this.signed.canSign) return 'NONE';
    if (this.mail.isKept) return 'KEPT';
    const { ref } = await asking.viewer();
    const addresses = await this.addresses.of(this.database.source.manager, ref ? [ref] : []);
    return addresses.size > 0 ? 'SENT' : 'NO_ADDRESS';
  }

  @Query()
  mailLink(@Args('token') token: string) {
    return this.stopMail.tell(token);
  }
}
