import type { CareModelActivitySubscription } from '../threads.generated';
import { newsOf } from './thread-news';

type Activity = CareModelActivitySubscription['modelTypeActivity'];

const shown = { id: 'thread:1', replyCount: 4, unreadCount: 1, lastActivityAt: '2026-01-01T00:00:00.000Z' };
const told = (over: Partial<Activity>, replyCount = 5): Activity => ({
  kind: 'POST_ADDED',
  thread: { id: 'thread:1', replyCount, lastActivityAt: '2026-01-02T00:00:00.000Z' },
  post: { id: 'post:1', author: { id: 'member:gwen' } },
  ...over,
});

it('a reply of another is one more, and one more that is unread', () => {
  expect(newsOf(shown, told({}), 'member:anjali')).toEqual({
    ...{ id: 'thread:1', replyCount: 5, unreadCount: 2, lastActivityAt: '2026-01-02T00:00:00.000Z' },
  });
});

it('a reply that the list knows already changes nothing', () => {
  expect(newsOf(shown, told({}, 4), 'member:anjali')).toBe(shown);
});

it.each([
  ['one’s own reply', told({}), 'member:gwen'],
  ['a reply that may be one’s own', told({ post: { id: 'post:1', author: null } }), 'member:anjali'],
  ['more replies than one', told({}, 6), 'member:anjali'],
  ['a removed post, which may have been unread', told({ kind: 'POST_REMOVED' }, 3), 'member:anjali'],
  ['a post that is hidden', told({ kind: 'POST_HIDDEN' }, 4), 'member:anjali'],
])('after %s the hub is asked', (_what, activity, me) => {
  expect(newsOf(shown, activity, me)).toBeNull();
});
