import { replySettings } from './reply-settings';

const HUB_MAIL_REPLY_SECRET = 's'.repeat(32);

it('an address and a secret are both needed, and neither alone does anything', () => {
  expect(replySettings({})).toBeNull();
  expect(replySettings({ HUB_MAIL_REPLY_SECRET })).toBeNull();
  expect(replySettings({ HUB_MAIL_REPLY_TO: 'Reply@Hub.Example.nhs.uk', HUB_MAIL_REPLY_SECRET })).toEqual({
    ...{ local: 'reply', domain: 'hub.example.nhs.uk' },
    secret: HUB_MAIL_REPLY_SECRET,
  });
});

it.each(['reply', 'a b@c.d', 'reply+x@c.d', 'much-too-long@c.d', 'repliesto@c.d'])(
  '%s is refused',
  (HUB_MAIL_REPLY_TO) => {
    expect(() => replySettings({ HUB_MAIL_REPLY_TO, HUB_MAIL_REPLY_SECRET })).toThrow(/^HUB_MAIL_REPLY_TO must be/);
  },
);

it('a short secret is refused, in words that do not repeat it', () => {
  const settings = { HUB_MAIL_REPLY_TO: 'reply@c.d', HUB_MAIL_REPLY_SECRET: 'short-one' };

  expect(() => replySettings(settings)).toThrow(/HUB_MAIL_REPLY_SECRET, of at least 32/);
  expect(() => replySettings(settings)).not.toThrow(/short-one/);
});
