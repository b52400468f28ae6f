/** Subscriptions: who follows what, and who is told of what happened. */
import { contribute, definePlugin, entityMerged, everyEvent, liveField } from '@hub/core/server';
import { personalData } from '@hub/plugins/identity/contract';
import { Follows, notices, recipients } from '@hub/plugins/subscriptions/contract';
import mailSdl from '@hub/plugins/subscriptions/contract/mail.graphql';
import sdl from '@hub/plugins/subscriptions/contract/schema.graphql';
import { followReads, followSchema } from './follow.read';
import { FollowOn } from './follow-on.handler';
import { FollowRecord } from './follow.record';
import { FollowService } from './follow.service';
import { mailMigrations } from './mail/mail.migrations';
import { followRead, mailRoots, mailSettingsRead } from './mail/mail-setting.read';
import { MailSettingRecord } from './mail/mail-setting.record';
import { MailSettings } from './mail/mail-setting.service';
import { notificationRead, notificationsRoot, unreadCountRead } from './notification.read';
import { NotificationRecord } from './notification.record';
import { NotificationService } from './notification.service';
import { subscriptionsMigrations } from './subscriptions.migrations';
import { SubscriptionsPersonalData } from './subscriptions.personal-data';
import { SubscriptionsResolver } from './subscriptions.resolver';
import { memberTopic, TellPeople } from './tell-people.handler';

export const subscriptionsPlugin = definePlugin({
  id: 'subscriptions',
  needs: ['sites'],
  uses: ['identity'],
  schema: [sdl, mailSdl].join('\n'),
  composedSchema: followSchema,
  records: [FollowRecord, NotificationRecord, MailSettingRecord],
  migrations: [...subscriptionsMigrations, ...mailMigrations],
  reads: [followRead, mailSettingsRead],
  composedModels: (plugins) => [notificationRead(plugins)],
  readExtensions: [unreadCountRead],
  composedReads: followReads,
  roots: { notifications: notificationsRoot, ...mailRoots },
  live: {
    notificationReceived: liveField({ topics: (_args, viewer) => (viewer.ref ? [memberTopic(viewer.ref)] : []) }),
  },
  resolvers: [SubscriptionsResolver],
  providers: [
    FollowService,
    { provide: Follows, useExisting: FollowService },
    FollowOn,
    MailSettings,
    NotificationService,
    TellPeople,
  ],
  handlers: [
    { event: everyEvent, handler: TellPeople },
    { event: entityMerged.name, handler: FollowOn },
  ],
  offers: [notices, recipients],
  contributes: [contribute(personalData, SubscriptionsPersonalData)],
});
