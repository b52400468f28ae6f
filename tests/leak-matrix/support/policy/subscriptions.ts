/** Who may read the types of `subscriptions`. */
import { type TypesOfPlugin } from './rows';

export const subscriptions: TypesOfPlugin = {
  guarded: {
    Notification: {
      rule: 'the one who was told',
      plain: ['happened', 'eventName'],
      made: { reason: 'what is followed, or who acted' },
    },
    NotificationConnection: { rule: 'the one who was told' },
    NotificationEdge: { rule: 'the one who was told', plain: ['cursor'] },
    NotificationsRead: { rule: 'the one who was told' },
    Follow: { rule: 'the one who follows, while they see what it is' },
    FollowConnection: { rule: 'the one who follows' },
    FollowEdge: { rule: 'the one who follows', plain: ['cursor'] },
    MailSettings: { rule: 'oneself' },
    DefaultRule: { rule: 'oneself', plain: ['name', 'label'] },
  },
  payloads: ['FollowPayload', 'MailSettingsPayload', 'DefaultRulePayload', 'MailLinkPayload', 'NotificationsPayload'],
};
