/** Subscriptions: who follows what, and who is told of what happened. */
import { contribute, definePlugin, entityMerged, everyEvent, letterWriters, liveField } from '@hub/core/server';
import { personalData } from '@hub/plugins/identity/contract';
import {
  Follows,
  mailReplies,
  notices,
  pagesOfRows,
  questionsInMail,
  recipients,
  stopMailPath,
  ToldBefore,
  wordsForMail,
} from '@hub/plugins/subscriptions/contract';
import mailSdl from '@hub/plugins/subscriptions/contract/mail.graphql';
import sdl from '@hub/plugins/subscriptions/contract/schema.graphql';
import { defaultRuleRead, defaultRulesRoot } from './default-rules.read';
import { DefaultRules } from './default-rules.service';
import { followReads, followSchema } from './follow.read';
import { FollowOn } from './follow-on.handler';
import { FollowRecord, SwitchedOffRecord } from './follow.record';
import { FollowService } from './follow.service';
import { followingMigrations } from './following.migrations';
import { Addresses } from './mail/addresses';
import { LetterRecord, MailDayRecord } from './mail/letter.record';
import { MailAtOnce } from './mail/mail-at-once';
import { MailLinks } from './mail/mail-links';
import { mailMigrations } from './mail/mail.migrations';
import { followRead, mailRoots, mailSettingsRead } from './mail/mail-setting.read';
import { MailSettingRecord } from './mail/mail-setting.record';
import { MailSettings } from './mail/mail-setting.service';
import { NewsLetters } from './mail/news-letters';
import { NewsWriter } from './mail/news-writer';
import { digestSchedule } from './mail/send-digests';
import { StopMailController } from './mail/stop-mail.controller';
import { StopMail } from './mail/stop-mail.service';
import { notificationRead, notificationsRoot, unreadCountRead } from './notification.read';
import { NotificationRecord } from './notification.record';
import { NotificationService, notificationsRead } from './notification.service';
import { InboundMailController } from './replies/inbound-mail.controller';
import { ReceivedMailRecord } from './replies/received-mail.record';
import { RefusalAnswers } from './replies/refusal-answers';
import { RepliesByMail } from './replies/replies-by-mail.service';
import { ReplyAddresses } from './replies/reply-addresses';
import { subscriptionsMigrations } from './subscriptions.migrations';
import { SubscriptionsPersonalData } from './subscriptions.personal-data';
import { SubscriptionsSeed } from './subscriptions.seed';
import { SubscriptionsResolver } from './subscriptions.resolver';
import { memberTopic, TellPeople } from './tell-people.handler';
import { ToldBeforeService } from './told-before.service';

export const subscriptionsPlugin = definePlugin({
  id: 'subscriptions',
  needs: ['sites'],
  uses: ['identity'],
  schema: [sdl, mailSdl].join('\n'),
  composedSchema: followSchema,
  records: [
    FollowRecord,
    SwitchedOffRecord,
    NotificationRecord,
    MailSettingRecord,
    LetterRecord,
    MailDayRecord,
    ReceivedMailRecord,
  ],
  migrations: [...subscriptionsMigrations, ...mailMigrations, ...followingMigrations],
  reads: [followRead, mailSettingsRead],
  composedModels: (plugins) => [notificationRead(plugins), defaultRuleRead(plugins)],
  readExtensions: [unreadCountRead],
  composedReads: followReads,
  roots: { notifications: notificationsRoot, defaultRules: defaultRulesRoot, ...mailRoots },
  live: {
    notificationReceived: liveField({ topics: (_args, viewer) => (viewer.ref ? [memberTopic(viewer.ref)] : []) }),
    notificationsRead,
  },
  resolvers: [SubscriptionsResolver],
  controllers: [StopMailController, InboundMailController],
  formPaths: [stopMailPath],
  providers: [
    FollowService,
    { provide: Follows, useExisting: FollowService },
    FollowOn,
    ToldBeforeService,
    { provide: ToldBefore, useExisting: ToldBeforeService },
    NotificationService,
    TellPeople,
    DefaultRules,
    MailSettings,
    Addresses,
    MailLinks,
    NewsLetters,
    MailAtOnce,
    StopMail,
    ReplyAddresses,
    RefusalAnswers,
    RepliesByMail,
  ],
  schedules: [digestSchedule],
  handlers: [
    { event: everyEvent, handler: TellPeople },
    { event: entityMerged.name, handler: FollowOn },
  ],
  offers: [notices, recipients, wordsForMail, mailReplies, pagesOfRows, questionsInMail],
  contributes: [contribute(personalData, SubscriptionsPersonalData), contribute(letterWriters, NewsWriter)],
  seed: SubscriptionsSeed,
});
