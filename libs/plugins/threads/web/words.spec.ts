import { postName, threadFacts } from './words';

it('a row says kind, state, replies and what is new in words', () => {
  expect(threadFacts({ kind: 'QUESTION', replyCount: 8, unreadCount: 3, answered: true })).toBe(
    'Question, answered. 8 replies, 3 new.',
  );
  expect(threadFacts({ kind: 'QUESTION', replyCount: 1, unreadCount: 2 })).toBe('Question. 1 reply, new to you.');
  expect(threadFacts({ kind: 'DISCUSSION', replyCount: 0 })).toBe('Discussion. No replies yet.');
  expect(threadFacts({ kind: 'ANNOUNCEMENT', replyCount: 0, pinned: true })).toBe(
    'Announcement, pinned. No replies yet.',
  );
  expect(threadFacts({ kind: 'LEARNING', replyCount: 1, locked: true })).toBe('Learning, closed to replies. 1 reply.');
});

it('a post is named by its author and place, and an anonymous one by nobody', () => {
  expect(postName({ position: 3, author: { displayName: 'Joel Price' } }, 8)).toBe('Joel Price, reply 2 of 8');
  expect(postName({ position: 1, author: null }, 8)).toBe('A member, without their name, first post');
});
